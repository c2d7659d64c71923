/**
 * A name as far as a mail may repeat it, else nothing. Anybody can type anything beside somebody else's address, so
 * only what can be nothing but a name goes out: letters, spaces and the marks of names; no links, figures or sentences.
 */
export function mailableName(name: string): string {
  const text = name.normalize('NFC').trim();
  const isName = /^\p{L}[\p{L}\p{M}’' -]*\.?$/u.test(text);
  return isName && text.length <= 40 && text.split(/\s+/).length <= 4 ? text : '';
}

/** A value that can stand in a header: one line, of bounded length. */
export function headerText(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
