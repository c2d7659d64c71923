/** A copy of a value in which the part at a JSON pointer (RFC 6901) is that of another value of the same shape. */
export function replaced(value: unknown, other: unknown, pointer: string): unknown {
  const [, name = '', ...rest] = pointer.split('/');
  if (name === '' || !isRecord(value)) return other;
  const part: unknown = isRecord(other) ? other[name] : undefined;
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
  Reflect.set(copy, name, rest.length === 0 ? part : replaced(value[name], part, `/${rest.join('/')}`));
  return copy;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
