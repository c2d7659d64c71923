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
  return pattern.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? value.toLocaleString(language) : value;
  });
}

function pluralForm(message: PluralMessage, language: string, count: number): string {
  let rules = pluralRules.get(language);
  if (!rules) pluralRules.set(language, (rules = new Intl.PluralRules(language)));
  return message[rules.select(count)] ?? message.other;
}
