/** A top item of a page's microdata, in the form of JSON-LD. */
export interface MicrodataItem {
  readonly line: number;
  readonly value: Readonly<Record<string, unknown>>;
}

type Attributes = Readonly<Record<string, string>>;

/** An element that is open: its item, and the property whose text it is. */
interface OpenElement {
  readonly item: Record<string, unknown> | undefined;
  readonly property:
    { readonly names: readonly string[]; readonly owner: Record<string, unknown>; text: string } | undefined;
}

/** Where an element keeps the value of its property (HTML, microdata section); `content` counts on every one. */
const valueAttributes: Readonly<Record<string, string>> = {
  a: 'href',
  area: 'href',
  link: 'href',
  audio: 'src',
  embed: 'src',
  iframe: 'src',
  img: 'src',
  source: 'src',
  track: 'src',
  video: 'src',
  object: 'data',
  data: 'value',
  meter: 'value',
  time: 'datetime',
};
/** Characters of a property's text, and values of a property. */
const longestText = 20_000;
const mostValues = 500;

/** Gathers the items of HTML microdata from a page's elements as they open and close. */
export class MicrodataReader {
  readonly items: MicrodataItem[] = [];
  readonly #open: OpenElement[] = [];
  readonly #owners: Record<string, unknown>[] = [];
  readonly #texts: NonNullable<OpenElement['property']>[] = [];

  open(name: string, attributes: Attributes, line: () => number): void {
    const { itemprop = '', itemtype = '', itemid } = attributes;
    const owner = this.#owners.at(-1);
    const names = owner ? itemprop.split(/\s+/).filter(Boolean).slice(0, 10) : [];
    const item: Record<string, unknown> | undefined =
      'itemscope' in attributes
        ? { '@type': itemtype.split(/\s+/).filter(Boolean), ...(itemid && { '@id': itemid }) }
        : undefined;
    let property: OpenElement['property'];
    if (owner && names.length > 0) {
      const value = item ?? attributes.content ?? attributes[valueAttributes[name] ?? 'content'];
      if (value === undefined) property = { names, owner, text: '' };
      else give(owner, names, value);
    } else if (item) this.items.push({ line: line(), value: item });
    if (item) this.#owners.push(item);
    if (property) this.#texts.push(property);
    this.#open.push({ item, property });
  }

  text(text: string): void {
    // Of properties within each other only the few innermost can hold words of their own.
    for (const property of this.#texts.slice(-5)) {
      if (property.text.length < longestText) property.text += text.slice(0, longestText);
    }
  }

  close(): void {
    const element = this.#open.pop();
    if (element?.item) this.#owners.pop();
    if (!element?.property) return;
    this.#texts.pop();
    const { owner, names, text } = element.property;
    give(owner, names, text.replaceAll(/\s+/g, ' ').trim());
  }
}

/** Adds a value to an item's properties, each of which may have several. */
function give(owner: Record<string, unknown>, names: readonly string[], value: unknown): void {
  for (const name of names) {
    const known = Object.hasOwn(owner, name) ? owner[name] : undefined;
    if (name === '__proto__') continue;
    if (known === undefined) owner[name] = value;
    else if (!Array.isArray(known)) owner[name] = [known, value];
    else if (known.length < mostValues) known.push(value);
  }
}
