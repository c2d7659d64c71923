import {
  attributes,
  breakouts,
  formats,
  links,
  markdown,
  markup,
  mutations,
  polyglots,
  templates,
  unicode,
} from './vectors.ts';

/** What runs where the text before it has broken out. */
const short = ['<svg onload=ran()>', '<img src=x onerror=ran()>', '<script>ran()</script>'];

/** Every hostile text once. */
export const corpus: readonly string[] = [
  ...new Set([
    ...markup,
    ...attributes,
    ...links,
    ...markdown,
    ...templates,
    ...formats,
    ...mutations,
    ...unicode,
    ...polyglots,
    ...breakouts.flatMap((end) => short.map((vector) => end + vector)),
    ...links.slice(0, 20).map((link) => `<a href="${link}">go</a>`),
  ]),
];

/** Some of each class, for a quick look. */
export const sampleOfCorpus: readonly string[] = corpus.filter((_, index) => index % 19 === 0);
