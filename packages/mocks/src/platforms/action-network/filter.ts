import { ActionNetworkError } from './answer.ts';

const dates: readonly string[] = ['created_date', 'modified_date', 'start_date', 'end_date'];
const operators = {
  eq: (order: number) => order === 0,
  gt: (order: number) => order > 0,
  lt: (order: number) => order < 0,
};

/**
 * What `?filter=modified_date gt '2027-01-15'` asks of an item. Dates are compared as they are written, with the `Z`
 * that isn't true.
 */
export function filterOf({ searchParams }: URL, fields: readonly string[]): (item: object) => boolean {
  const text = searchParams.get('filter');
  if (text === null) return () => true;
  const [, field = '', operator = '', value = ''] = /^\s*(\w+) +(eq|gt|lt) +'([^']*)'\s*$/.exec(text) ?? [];
  if (!fields.includes(field))
    throw new ActionNetworkError(
      400,
      `Filter by one of ${fields.join(', ')}, such as ${fields[0] ?? ''} eq 'value'`,
    );
  const fits = operators[operator as keyof typeof operators];
  if (dates.includes(field) && Number.isNaN(Date.parse(value)))
    throw new ActionNetworkError(400, `${field} needs a date in ISO 8601`);
  return (item) => valuesOf(item, field).some((one) => fits(compare(field, one, value)));
}

function valuesOf(item: object, field: string): unknown[] {
  return [Reflect.get(item, field === 'identifier' ? 'identifiers' : field) ?? []].flat();
}

function compare(field: string, one: unknown, value: string): number {
  if (dates.includes(field)) return Date.parse(String(one)) - Date.parse(value);
  return String(one) === value ? 0 : String(one) > value ? 1 : -1;
}
