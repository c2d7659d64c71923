import type * as z from './zod.ts';

type Guard = (value: unknown) => boolean;
type Schema = z.core.$ZodType;

const guards = new WeakMap<Schema, Guard>();

/**
 * Whether a value fits a schema: what `schema.safeParse(value).success` says, many times faster. Zod copies what it
 * reads; this only looks, with zod's own checks. Kinds of schema that it doesn't know are left to zod.
 */
export function fits(schema: z.ZodMiniType, value: unknown): boolean {
  let guard = guards.get(schema);
  if (!guard) {
    guard = guardOf(schema) ?? ((other) => schema.safeParse(other).success);
    guards.set(schema, guard);
  }
  return guard(value);
}

/** The guard of a schema whose every part is known. */
function guardOf(schema: Schema): Guard | undefined {
  const kind = guardOfKind((schema as z.core.$ZodTypes)._zod.def);
  const checks = checksOf(schema);
  // It shares its type with what is plainly optional.
  const isExact = schema._zod.traits.has('$ZodExactOptional');
  if (!kind || !checks || isExact) return undefined;
  if (checks.length === 0) return kind;
  const payload: z.core.ParsePayload = { value: undefined, issues: [] };
  return (value) => {
    if (!kind(value)) return false;
    payload.value = value;
    for (const check of checks) {
      void check._zod.check(payload);
      if (payload.issues.length === 0) continue;
      payload.issues = [];
      return false;
    }
    return true;
  };
}

/** Checks that say what they find and do nothing else. */
const plainChecks = [
  'string_format',
  'number_format',
  'greater_than',
  'less_than',
  'min_length',
  'max_length',
];
const plainFormats = ['regex', 'datetime', 'safeint'];

/** The checks of a schema, itself among them where it is a format; undefined where one isn't known. */
function checksOf(schema: Schema): z.core.$ZodCheck<unknown>[] | undefined {
  const own = schema._zod.traits.has('$ZodCheck') ? [schema as unknown as z.core.$ZodCheck<unknown>] : [];
  const checks = [...own, ...((schema._zod.def.checks ?? []) as z.core.$ZodCheck<unknown>[])];
  const isPlain = ({ _zod: { def } }: z.core.$ZodCheck<unknown>): boolean =>
    plainChecks.includes(def.check) && (!('format' in def) || plainFormats.includes(String(def.format)));
  return checks.every(isPlain) ? checks : undefined;
}

function guardOfKind(def: z.core.$ZodTypes['_zod']['def']): Guard | undefined {
  switch (def.type) {
    case 'string':
      return def.coerce ? undefined : (value) => typeof value === 'string';
    case 'number':
      return def.coerce ? undefined : (value) => Number.isFinite(value);
    case 'boolean':
      return def.coerce ? undefined : (value) => typeof value === 'boolean';
    case 'null':
      return (value) => value === null;
    case 'literal': {
      const values = new Set<unknown>(def.values);
      return (value) => values.has(value);
    }
    case 'nullable': {
      const inner = guardOf(def.innerType);
      return inner && ((value) => value === null || inner(value));
    }
    case 'optional': {
      const inner = guardOf(def.innerType);
      return inner && ((value) => value === undefined || inner(value));
    }
    case 'array': {
      const element = guardOf(def.element);
      return element && ((value) => Array.isArray(value) && areAll(value, element));
    }
    case 'object':
      return def.catchall ? undefined : guardOfObject(def.shape);
    default:
      return undefined;
  }
}

/** `every` would pass over the holes of an array. */
function areAll(items: readonly unknown[], guard: Guard): boolean {
  for (const item of items) if (!guard(item)) return false;
  return true;
}

function guardOfObject(shape: z.core.$ZodLooseShape): Guard | undefined {
  const properties: [string, Guard][] = [];
  for (const [name, schema] of Object.entries(shape)) {
    const guard = guardOf(schema as Schema);
    if (!guard) return undefined;
    properties.push([name, guard]);
  }
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    for (const [name, guard] of properties)
      if (!guard((value as Readonly<Record<string, unknown>>)[name])) return false;
    return true;
  };
}
