import { MobilizeError } from './answer.ts';

/** The values of a repeated parameter, each one of a set; a comma list is one wrong value. */
export function choicesIn<const Choice extends string>(
  { searchParams }: URL,
  name: string,
  choices: readonly Choice[],
): Choice[] {
  const values = searchParams.getAll(name);
  const isChoice = (value: string): value is Choice => choices.some((choice) => choice === value);
  refuse(name, values, isChoice, (value) => `"${value}" is not a valid choice.`);
  return values.filter(isChoice);
}

export function integersIn({ searchParams }: URL, name: string): number[] {
  const values = searchParams.getAll(name);
  refuse(
    name,
    values,
    (value) => /^\d{1,15}$/.test(value),
    () => 'Not a valid integer.',
  );
  return values.map(Number);
}

export function integerIn(address: URL, name: string): number | undefined {
  return integersIn(address, name).at(-1);
}

export function booleanIn({ searchParams }: URL, name: string): boolean | undefined {
  const value = searchParams.get(name)?.toLowerCase();
  if (value === undefined) return undefined;
  if (value !== 'true' && value !== 'false')
    throw new MobilizeError(400, { [name]: ['Must be a valid boolean.'] });
  return value === 'true';
}

/** Messages stand under the index of the value they are about. */
function refuse(
  name: string,
  values: readonly string[],
  fits: (value: string) => boolean,
  message: (value: string) => string,
): void {
  const wrong = values.flatMap((value, index) => (fits(value) ? [] : [[String(index), [message(value)]]]));
  if (wrong.length > 0)
    throw new MobilizeError(400, { [name]: Object.fromEntries(wrong) as Record<string, string[]> });
}
