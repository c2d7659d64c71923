/** Signs that look like a Latin letter, by that letter: Cyrillic, Greek, digits and what people write for letters. */
const looksLike: Readonly<Record<string, string>> = {
  a: 'аαɑ@4',
  b: 'вьβƅ8',
  c: 'сϲᴄ',
  d: 'ԁɗ',
  e: 'еєεҽ3',
  g: 'ɡց9',
  h: 'һнη',
  k: 'кκᴋ',
  // Of these nobody tells one from another in every typeface.
  l: 'iіιıɩӏǀ1|!',
  m: 'мᴍ',
  n: 'пո',
  o: 'оοσօ0',
  p: 'рρ',
  r: 'гᴦ',
  s: 'ѕꜱ$5',
  t: 'тτ7',
  u: 'υսцʋ',
  v: 'νѵᴠ',
  w: 'ѡωԝ',
  x: 'хχ',
  y: 'уүγ',
  z: 'ᴢ2',
};
const letters = new Map(
  Object.entries(looksLike).flatMap(([letter, signs]) =>
    Array.from(signs, (sign) => [sign, letter] as const),
  ),
);

/** What a text looks like: letters alone, look-alikes folded into one. Two texts that look the same have the same. */
export function skeleton(text: string): string {
  const signs = text.normalize('NFKC').toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return Array.from(signs, (sign) => letters.get(sign) ?? sign)
    .join('')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

/**
 * Whether some words of a text imitate a name without being it: they look the same or nearly so. The name itself
 * may be written by anybody.
 */
export function imitates(text: string, name: string): boolean {
  const wanted = skeleton(name);
  if (wanted.length < 4) return false;
  const allowed = wanted.length < 6 ? 0 : wanted.length < 12 ? 1 : 2;
  const plainName = plain(name);
  const words = text.split(/\s+/).filter(Boolean);
  const length = name.split(/\s+/).length;
  for (const count of [length, length - 1, length + 1].filter((number) => number > 0)) {
    for (let start = 0; start + count <= words.length; start++) {
      const some = words.slice(start, start + count).join(' ');
      if (plain(some) !== plainName && isNear(skeleton(some), wanted, allowed)) return true;
    }
  }
  return false;
}

/** Whether a text is just a name. */
export function isName(text: string, name: string): boolean {
  return plain(text) === plain(name);
}

/** A text without capitals and the signs around it, as it is typed. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** Whether at most so many letters must be added, taken out or changed to make one of the other. */
function isNear(one: string, other: string, allowed: number): boolean {
  if (Math.abs(one.length - other.length) > allowed) return false;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of Array.from(one).entries()) {
    const next = [index + 1];
    for (const [column, sign] of Array.from(other).entries()) {
      const changed = (row[column] ?? 0) + Number(letter !== sign);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return (row.at(-1) ?? 0) <= allowed;
}
