import { Parser } from 'htmlparser2';
import { MicrodataReader } from './microdata.ts';

/** Linked data of a page, or of a JSON file. */
export interface Page {
  readonly documents: readonly { readonly line: number; readonly value: unknown }[];
  /** The page's own address, where it tells one. */
  readonly base: string | undefined;
  /** Lines of scripts that aren't JSON. */
  readonly broken: readonly number[];
  readonly isTooDeep: boolean;
  readonly isHtml: boolean;
}

/** Characters between two rests. */
const piece = 8_192;
/** Elements within each other; what is deeper isn't a page that anybody wrote. */
const deepest = 1_000;
/** Characters of a script. */
const longestScript = 5_000_000;

/** Reads the JSON-LD scripts and the microdata of an HTML page; a broken script costs only itself. */
export function* readPage(html: string): Generator<undefined, Page, undefined> {
  const scripts: { line: number; value: unknown }[] = [];
  const broken: number[] = [];
  const addresses: { canonical?: string; base?: string; graph?: string } = {};
  const lines = new LineCounter(html);
  const microdata = new MicrodataReader();
  let script: string[] | undefined;
  let scriptLine = 1;
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth++;
      microdata.open(name, attributes, () => lines.at(parser.startIndex));
      const { type = '', rel = '', href, property, content } = attributes;
      if (name === 'link' && /\bcanonical\b/i.test(rel) && href) addresses.canonical ??= href;
      if (name === 'base' && href) addresses.base ??= href;
      if (name === 'meta' && property === 'og:url' && content) addresses.graph ??= content;
      if (name !== 'script' || !/^application\/ld\+json\b/i.test(type.trim())) return;
      script = [];
      scriptLine = lines.at(parser.startIndex);
    },
    ontext(text) {
      if (script) script.push(text);
      else microdata.text(text);
    },
    onclosetag(name) {
      depth--;
      microdata.close();
      if (name !== 'script' || !script) return;
      const text = script.join('').slice(0, longestScript);
      script = undefined;
      if (text.trim() === '') return;
      const json = jsonOf(text);
      if (json === undefined) broken.push(scriptLine);
      else scripts.push({ line: scriptLine, value: json });
    },
  });
  for (let start = 0; start < html.length && depth <= deepest; start += piece) {
    parser.write(html.slice(start, start + piece));
    yield;
  }
  const isTooDeep = depth > deepest;
  if (!isTooDeep) parser.end();
  return {
    documents: [...scripts, ...microdata.items],
    base: [addresses.canonical, addresses.base, addresses.graph].find((url) => url && URL.canParse(url)),
    broken,
    isTooDeep,
    isHtml: true,
  };
}

/** The value of a script, which may stand in a comment or CDATA and have line breaks in its texts; undefined for none. */
function jsonOf(script: string): unknown {
  const json = unwrapped(script.trim());
  for (const text of [json, json.replaceAll(/\p{Cc}/gu, ' ')]) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      continue;
    }
  }
  return undefined;
}

/** Without the marks of a comment or CDATA around it, and a semicolon at its end. Looks at the ends alone. */
function unwrapped(script: string): string {
  const end = 40;
  const start = /^(?:\/\/|\/\*)?\s{0,9}(?:<!--|<!\[CDATA\[)(?:\s{0,9}(?:\/\/|\*\/))?/.exec(
    script.slice(0, end),
  );
  const json = script.slice(start?.[0].length ?? 0);
  const tail = json.slice(-end).replace(/(?:\/\/|\/\*)?\s{0,9}(?:-->|\]\]>)(?:\s{0,9}\*\/)?$/, '');
  return (json.slice(0, -end) + tail).trim().replace(/;$/, '');
}

/** Tells the line of a place in a text; places are asked for from the first to the last. */
class LineCounter {
  readonly #text: string;
  #line = 1;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  at(position: number): number {
    for (;;) {
      const feed = this.#text.indexOf('\n', this.#position);
      if (feed < 0 || feed >= position) return this.#line;
      this.#position = feed + 1;
      this.#line++;
    }
  }
}
