/** A message with a form for each plural category the language has (CLDR); `other` is always there. */
export interface PluralMessage {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

export type Message = string | PluralMessage;
export type MessageGroup = Readonly<Record<string, Message>>;

/** The shape a translation of a group must have: the same keys, a missing one is a type error. */
export type Translation<Group extends MessageGroup> = {
  readonly [Key in keyof Group]: Group[Key] extends string ? string : PluralMessage;
};

const pluralRules = new Map<string, Intl.PluralRules>();
const numberFormats = new Map<string, Intl.NumberFormat>();

/**
 * Fills the `{name}` places of a message. `count` chooses the plural form; numbers are written as the
 * language writes them.
 */
export function format(
  message: Message,
  language: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const pattern =
    typeof message === 'string' ? message : pluralForm(message, language, Number(values['count']));
  return pattern.replace(/\{(\w+)\}(\.?)/g, (_, name: string, stop: string) => {
    const value = values[name] ?? `{${name}}`;
    const text = typeof value === 'number' ? numberText(value, language) : value;
    // A sentence that ends in an abbreviation, such as p.m., has one full stop.
    return text.endsWith('.') ? text : text + stop;
  });
}

function pluralForm(message: PluralMessage, language: string, count: number): string {
  // English has its rule in a line; to ask the browser for rules takes it many milliseconds.
  if (/^en\b/.test(language)) return (count === 1 ? message.one : undefined) ?? message.other;
  let rules = pluralRules.get(language);
  if (!rules) pluralRules.set(language, (rules = new Intl.PluralRules(language)));
  return message[rules.select(count)] ?? message.other;
}

function numberText(value: number, language: string): string {
  // Simple enough for a line, as above: digits alone, and English thousands.
  if (Number.isInteger(value) && (value < 1000 || /^en(-US)?$/.test(language)))
    return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
  let format = numberFormats.get(language);
  if (!format) numberFormats.set(language, (format = new Intl.NumberFormat(language)));
  return format.format(value);
}

/** As a line begins, also in languages that write days, months and languages small. */
export function capitalized(text: string, language: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
