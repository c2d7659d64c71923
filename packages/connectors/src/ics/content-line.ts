/** A property of a component: `DTSTART;TZID=America/Chicago:20261128T190000` is name, parameters and value. */
export interface ContentLine {
  readonly name: string;
  readonly parameters: Parameters;
  /** As it is written; texts are still escaped. */
  readonly value: string;
}

/** Parameters by their names in capitals. */
export type Parameters = ReadonlyMap<string, string>;

const none: Parameters = new Map();
const parameter = /;([A-Z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)/gy;

/** Reads one line (RFC 5545, 3.1); undefined where it is none. */
export function readLine(text: string): ContentLine | undefined {
  const [name] = /^[A-Z0-9-]+/i.exec(text) ?? [];
  if (name === undefined) return undefined;
  const upper = name.toUpperCase();
  if (text[name.length] === ':') return { name: upper, parameters: none, value: text.slice(name.length + 1) };
  const parameters = new Map<string, string>();
  const pattern = new RegExp(parameter.source, 'iy');
  let end = (pattern.lastIndex = name.length);
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    end = pattern.lastIndex;
    parameters.set((found[1] ?? '').toUpperCase(), unquoted(found[2] ?? ''));
  }
  if (text[end] === ':') return { name: upper, parameters, value: text.slice(end + 1) };
  // A quote or sign in the wrong place: the value is what follows the first colon.
  const colon = text.indexOf(':', end);
  return colon === -1 ? undefined : { name: upper, parameters, value: text.slice(colon + 1) };
}

/** Without its quotes, and with the signs that RFC 6868 lets a parameter hold. */
function unquoted(value: string): string {
  const bare = value.replaceAll('"', '');
  return bare.includes('^')
    ? bare.replaceAll(/\^([n^'])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === "'" ? '"' : '^'))
    : bare;
}

/** A text value without its escapes (RFC 5545, 3.3.11). */
export function unescapeText(value: string): string {
  return value.replaceAll(/\\([nN;,\\:"])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}

/** The texts of a list, parted at commas that aren't escaped. */
export function textList(value: string): string[] {
  return (value.match(/(?:\\.|[^\\,])+/g) ?? []).map((item) => unescapeText(item).trim()).filter(Boolean);
}
