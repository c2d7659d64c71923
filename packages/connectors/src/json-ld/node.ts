import { member, recordOf, textOf, type JsonRecord } from '../json.ts';

/** A thing of linked data: an object with types and properties, whatever prefix they are written with. */
export interface Node {
  readonly types: readonly string[];
  /** Its `@id`; empty where it has none, or one of this document alone (`_:b0`). */
  readonly id: string;
  readonly object: JsonRecord;
}

const vocabulary = /^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:|sdo:|s:)/i;
const prefixes = ['', 'schema:', 'http://schema.org/', 'https://schema.org/', 'sdo:', 's:'];

/** The last part of a name of the vocabulary: `Event` of `schema:Event`, `https://schema.org/Event`. */
export function termOf(name: string): string {
  return name.replace(vocabulary, '');
}

export function nodeOf(value: unknown): Node | undefined {
  const object = recordOf(value);
  if (!object) return undefined;
  const type = member(object, '@type') ?? member(object, 'type');
  const id = textOf(member(object, '@id')) || textOf(member(object, 'id'));
  return {
    types: (Array.isArray(type) ? type : [type]).slice(0, 50).map((one) => termOf(textOf(one))),
    id: id.startsWith('_:') ? '' : id,
    object,
  };
}

/** A property by its name in the vocabulary, however it is prefixed. */
export function property(node: Node, name: string): unknown {
  for (const prefix of prefixes) {
    const value = member(node.object, prefix + name);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** A property's values: a list's or a set's entries, else the one value. */
export function valuesOf(node: Node, name: string): readonly unknown[] {
  const value = property(node, name);
  const list = member(value, '@list') ?? member(value, '@set') ?? value;
  return list === undefined ? [] : Array.isArray(list) ? list : [list];
}

/** The first text of the first of these properties that has one; a thing's name or address stands for the thing. */
export function textAt(node: Node, ...names: readonly string[]): string {
  for (const name of names) {
    const text = valuesOf(node, name).map(textOfValue).find(Boolean);
    if (text) return text;
  }
  return '';
}

/** A value as text: `{"@value": …}` and `{"@id": …}`, too, else the name of the thing. */
export function textOfValue(value: unknown): string {
  const node = nodeOf(value);
  if (!node) return typeof value === 'boolean' ? String(value) : textOf(value);
  const literal = textOf(member(value, '@value'));
  return literal || textOf(property(node, 'name')) || textOf(property(node, 'url')) || node.id;
}
