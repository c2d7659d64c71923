const start = /^'*[=+\-@\t\r]/;
const number = /^[+-]?\d+(\.\d+)?$/;

/** A text that no spreadsheet takes for a formula when it opens the file: a sign before it makes it text. */
export function withGuard(text: string): string {
  return start.test(text) && !number.test(text) ? `'${text}` : text;
}

/** The text behind a guard, and that of a formula which is nothing but a text: `="02139"`. Other formulas stay text. */
export function withoutGuard(text: string): string {
  const [, quoted = text] = /^="([^"]*)"$/.exec(text) ?? [];
  return start.test(quoted) && quoted.startsWith("'") ? quoted.slice(1) : quoted;
}
