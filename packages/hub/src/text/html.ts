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
    return new Html(strings.reduce((page, part, index) => page + written(values[index - 1]) + part));
  }
  /** HTML that a trusted renderer made from text it escaped itself. */
  static fromRenderer(render: () => string): Html {
    return new Html(render());
  }
}

export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

/** A template whose values are escaped, in text and in quoted attributes; arrays are joined, null and false are empty. */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return Html.join(strings, values);
}

/** An address that may stand in `href` or `src`: http, https, mailto or a path of the hub; else `#`. */
export function safeUrl(url: string): string {
  if (/^\/(?!\/)/.test(url)) return url;
  return /^(https?:\/\/|mailto:)/i.test(url) ? url : '#';
}

function written(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (Array.isArray(value)) return value.map(written).join('');
  return String(value as string | number).replaceAll(
    /[&<>"']/g,
    (sign) => `&#${String(sign.charCodeAt(0))};`,
  );
}
