/** Words that places write in two ways. */
const alike = [
  ['saint ', 'st '],
  ['sainte ', 'ste '],
  ['mount ', 'mt '],
  ['fort ', 'ft '],
] as const;

/** Where in a name the typed words stand, whatever their accents, capitals and points; null where they don't. */
export function matchIn(label: string, words: string): { start: number; end: number } | null {
  const name = fold(label);
  const typed = fold(words.trim()).text;
  if (!typed) return null;
  for (const form of [typed, ...otherForms(typed)]) {
    const found = wordStart(name.text, form);
    if (found < 0) continue;
    const last = found + form.length - 1;
    return { start: name.positions[found] ?? 0, end: (name.positions[last] ?? 0) + 1 };
  }
  return null;
}

/** The text as searches compare it, and where in it each letter came from. */
function fold(text: string): { text: string; positions: number[] } {
  const letters: string[] = [];
  const positions: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const folded = text
      .charAt(index)
      .normalize('NFD')
      .replace(/\p{M}|[.’']/gu, '')
      .replace('-', ' ')
      .toLowerCase();
    for (const letter of folded) {
      letters.push(letter);
      positions.push(index);
    }
  }
  return { text: letters.join(''), positions };
}

function otherForms(typed: string): string[] {
  return alike.flatMap(([long, short]) => [
    ...(typed.startsWith(long) ? [short + typed.slice(long.length)] : []),
    ...(typed.startsWith(short) ? [long + typed.slice(short.length)] : []),
  ]);
}

function wordStart(name: string, typed: string): number {
  return name.startsWith(typed) ? 0 : name.indexOf(` ${typed}`) + 1 || -1;
}
