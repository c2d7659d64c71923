/** An instant as the contract writes it: RFC 3339 in UTC, without empty fractions of a second. */
export function instantText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

/** Whether an instant lies in years that people plan for, so that a slip isn't taken for a date. */
export function isPlausible(milliseconds: number): boolean {
  return milliseconds >= Date.UTC(1900, 0) && milliseconds < Date.UTC(2200, 0);
}
