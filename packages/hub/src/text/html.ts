/** A piece of HTML that this module made; nothing else is ever written unescaped. */
export class Html {
  readonly #text: string;
  private constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
  /** Pieces written here and values escaped. */
  static join(strings: TemplateStringsArray, values: readonly HtmlValue[]): Html {
    return new Html(
      strings.reduce((page, part, index) => page + written(values[index - 1], strings[index - 1]) + part),
    );
  }
  /** HTML that a trusted renderer made from text it escaped itself. */
  static fromRenderer(render: () => string): Html {
    return new Html(render());
  }
}

export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

/**
 * A template whose values are escaped, in text and in quoted attributes; arrays are joined, null and false are empty.
 * A value that begins an `href`, `src` or `action` must be a harmless address, else it becomes `#`.
 * @throws TypeError for an attribute without quotes, where no escaping would help.
 */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return Html.join(strings, values);
}

/** An address that may stand in `href` or `src`: http, https, mailto, tel or a path of the hub; else `#`. */
export function safeUrl(url: string): string {
  // Browsers read a backslash as a slash and skip tabs and line breaks, so `/\evil.org` would leave the hub.
  if (/[\\\p{Cc}]/u.test(url)) return '#';
  if (/^(\/(?!\/)|[?#])/.test(url)) return url;
  return /^(https?:\/\/|mailto:|tel:)/i.test(url) ? url : '#';
}

function written(value: HtmlValue, before: string | undefined): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (Array.isArray(value)) return value.map((item: HtmlValue) => written(item, undefined)).join('');
  const text = String(value);
  if (/\s[\w:-]+=$/.test(before ?? '')) throw new TypeError('Put quotes around the value of an attribute');
  return escaped(/\s(?:href|src|action)="$/.test(before ?? '') ? safeUrl(text) : text);
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
