/** A uuid one can read, such as `20000000-0000-4000-8000-000000000101`. */
export function uuidOf(family: number, number: number): string {
  return `${String(family)}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
