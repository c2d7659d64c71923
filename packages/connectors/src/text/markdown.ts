import { Parser } from 'htmlparser2';
import { isWebUrl } from '@huddlekit/contract/well-formed';

/** Characters a description may have. */
export const longestDescription = 10_000;
/** Characters that are looked at, so that no text costs more than a moment. */
const longestSource = 200_000;

/** Elements within each other; what is deeper isn't text that anybody wrote. */
const deepest = 100;

/** Elements whose content is nothing to read. */
const silent = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'iframe',
  'object',
  'svg',
  'noscript',
]);
/** Elements that begin on a new line, with the number of line breaks before and after them. */
const blocks: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ['p', 'ul', 'ol', 'blockquote', 'table', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [
      name,
      2,
    ]),
  ),
  ...Object.fromEntries(
    ['div', 'section', 'article', 'li', 'tr', 'br', 'hr', 'dt', 'dd'].map((name) => [name, 1]),
  ),
};
const marks: Readonly<Record<string, string>> = { b: '**', strong: '**', i: '*', em: '*' };

/**
 * A description as Markdown without HTML: tags become the Markdown that says the same, or nothing; links lead to
 * http(s), mail or telephone only; pictures leave their text.
 */
export function markdownOf(text: string): string {
  const source = text.slice(0, longestSource).replaceAll(/\r\n?/g, '\n');
  const markdown = /<[a-z!/]|&[a-z#]/i.test(source)
    ? fromHtml(source)
    : tamed(source.slice(0, 2 * longestDescription));
  return tidy(markdown).slice(0, longestDescription).trim();
}

/** A text as one line without markup and control characters. */
export function plainLine(text: string): string {
  const source = text.slice(0, 2_000);
  const plain = /<[a-z!/]|&[a-z#]/i.test(source) ? wordsOf(source) : source;
  return plain.replaceAll(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();
}

function fromHtml(html: string): string {
  const parts: string[] = [];
  const links: string[] = [];
  const lists: (number | undefined)[] = [];
  let silence = 0;
  let depth = 0;
  const push = (part: string): void => {
    if (silence === 0) parts.push(part);
  };
  const parser = new Parser({
    onopentag(name, { href = '', alt = '', start }) {
      depth++;
      if (silent.has(name)) silence++;
      if (name === 'img') push(escaped(alt));
      if (name === 'ul') lists.push(undefined);
      if (name === 'ol') lists.push(Number(start ?? 1) || 1);
      push('\n'.repeat(blocks[name] ?? 0));
      if (name === 'li') push(`${bullet(lists)} `);
      if (/^h[1-6]$/.test(name)) push('### ');
      push(marks[name] ?? '');
      if (name !== 'a') return;
      links.push(isHarmless(href) ? href : '');
      if (isHarmless(href)) push('[');
    },
    ontext(text) {
      push(escaped(text.replaceAll(/\s+/g, ' ')));
    },
    onclosetag(name) {
      depth--;
      if (name === 'a') {
        const href = links.pop();
        if (href) push(`](${href.replaceAll('(', '%28').replaceAll(')', '%29')})`);
      }
      if (name === 'ul' || name === 'ol') lists.pop();
      push(marks[name] ?? '');
      if (name !== 'br' && name !== 'li') push('\n'.repeat(blocks[name] ?? 0));
      if (silent.has(name)) silence = Math.max(0, silence - 1);
    },
  });
  feed(parser, html, () => depth <= deepest);
  return parts.join('');
}

/** The sign before an entry of the innermost list; a numbered one counts on. */
function bullet(lists: (number | undefined)[]): string {
  const number = lists.at(-1);
  if (number === undefined) return '-';
  lists[lists.length - 1] = number + 1;
  return `${String(number)}.`;
}

/** Markdown with its pictures as text and its links harmless. */
function tamed(markdown: string): string {
  return markdown
    .replaceAll(/!\[([^\]\n]{0,300})\]\([^)\n]{0,2000}\)/g, '$1')
    .replaceAll(
      /\[([^\]\n]{0,300})\]\(\s{0,9}<?([^)\s]{0,2000})(?:\s[^)\n]{0,300})?\)/g,
      (whole, words: string, href: string) => (isHarmless(href.replace(/>$/, '')) ? whole : words),
    );
}

function wordsOf(html: string): string {
  const parts: string[] = [];
  let depth = 0;
  const parser = new Parser({
    ontext(text) {
      parts.push(text);
    },
    onopentag() {
      depth++;
      parts.push(' ');
    },
    onclosetag() {
      depth--;
    },
  });
  feed(parser, html, () => depth <= deepest);
  return parts.join('');
}

/** Parses piece by piece for as long as it goes well. */
function feed(parser: Parser, html: string, goesWell: () => boolean): void {
  const piece = 1_000;
  for (let start = 0; start < html.length && goesWell(); start += piece)
    parser.write(html.slice(start, start + piece));
  parser.end();
}

function isHarmless(href: string): boolean {
  return /^(mailto|tel):[^\s]+$/i.test(href) || isWebUrl(href);
}

/** Text that would be taken for a link, code or HTML is marked as text. */
function escaped(text: string): string {
  return text.replaceAll(/[[\]`<]/g, '\\$&');
}

/** Without control characters, signs that turn the direction of writing, and empty lines in a row. */
function tidy(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\n\t]+|[\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, ' ')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(/\*{4,}/g, '');
}
