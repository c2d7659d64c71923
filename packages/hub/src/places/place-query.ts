import { stateCodeOf } from '@huddlekit/connectors';
import { compactKey, nameKey } from './name-key.ts';

/** A name to look up, in one US state or anywhere. */
export interface TownQuery {
  readonly key: string;
  readonly compact: string;
  readonly region: string | null;
  /** ISO 3166 code of a country that was named; null for any. */
  readonly country: string | null;
}

/** What visitors call places by. */
const nicknames: ReadonlyMap<string, string> = new Map([
  ['nyc', 'new york city'],
  ['new york', 'new york city'],
  ['manhattan', 'manhattan'],
  ['philly', 'philadelphia'],
  ['la', 'los angeles'],
  ['sf', 'san francisco'],
  ['san fran', 'san francisco'],
  ['slc', 'salt lake city'],
  ['vegas', 'las vegas'],
  ['nola', 'new orleans'],
  ['indy', 'indianapolis'],
  ['jax', 'jacksonville'],
  ['okc', 'oklahoma city'],
  ['dfw', 'dallas'],
  ['atl', 'atlanta'],
  ['chi town', 'chicago'],
  ['the bronx', 'bronx'],
  ['dc', 'washington'],
]);
/** Nicknames and short names that are towns of their own where another state is named. */
const nicknameStates: ReadonlyMap<string, string> = new Map([['new york', 'NY']]);

const countries = countryCodes();
/** Whatever somebody types, the search stays quick. */
const mostParts = 4;

/**
 * What a visitor may have meant, the likeliest first: with a comma the part behind it is a state or country, the part
 * before it the town, and what stands before that a venue; without one the last words are a state only where no town's
 * name begins with all of them.
 */
export function townQueries(words: string): TownQuery[] {
  const parts = words
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .slice(-mostParts);
  const last = parts.at(-1) ?? '';
  const [region, country] = [stateCodeOf(last) ?? null, countries.get(nameKey(last)) ?? null];
  const behind =
    parts.length > 1 && (region ?? country) !== null
      ? parts
          .slice(0, -1)
          .reverse()
          .flatMap((part) => namesIn(part).map((name) => query(name, region, country)))
      : [];
  const whole = namesIn(parts.length > 1 ? parts.join(' ') : words).map((name) => query(name, null, null));
  const named = (region ?? country) === null ? parts : parts.slice(0, -1);
  const each = parts.length > 1 ? named.map((part) => query(part, null, null)) : [];
  const queries = [...behind, ...whole, ...statesBehind(words), ...each];
  return queries.filter(
    ({ key }, index) => key !== '' && queries.findIndex((other) => isSame(other, queries[index])) === index,
  );
}

/** A name whole, and where it names two places, each of them. */
function namesIn(part: string): string[] {
  const several = part
    .split(/\s*[/&]\s*|\s+and\s+|\s+-\s+|\s*\(\s*/i)
    .map((name) => name.replace(/\)\s*$/, '').trim());
  return several.length > 1 ? [part, ...several.filter(Boolean)] : [part];
}

/** Words that say what a place is and aren't always part of its name. */
const generic =
  /\b(twp|town of|city of|village of|city|town|village|boro|borough|county|afb|base|cdp|area|downtown)\b/g;

/** The same query in other words: without those that many leave out or add. */
export function looserQueries({ key, region, country }: TownQuery): TownQuery[] {
  const bare = key.replaceAll(generic, ' ').replaceAll(/\s+/g, ' ').trim();
  const words = bare.split(' ');
  const variants = [
    bare,
    `${key} county`,
    `${key} twp`,
    `${key} city`,
    `st ${key}`,
    ...(words.length > 1 ? [words.slice(1).join(' '), words.slice(0, -1).join(' ')] : []),
  ];
  return [...new Set(variants)]
    .filter((variant) => variant.length > 2 && variant !== key)
    .map((variant) => query(variant, region, country));
}

/** `west chester pa` as West Chester in Pennsylvania; the names of states have up to three words. */
function statesBehind(words: string): TownQuery[] {
  const parts = words.trim().split(/\s+/);
  return [1, 2, 3].flatMap((count) => {
    const region = stateCodeOf(parts.slice(-count).join(' '));
    return region && count < parts.length ? [query(parts.slice(0, -count).join(' '), region, null)] : [];
  });
}

function query(name: string, region: string | null, country: string | null): TownQuery {
  const key = nameKey(name);
  const isMeant =
    region === null || nicknameStates.get(key) === undefined || nicknameStates.get(key) === region;
  const known = (isMeant ? nicknames.get(key) : undefined) ?? name;
  return { key: nameKey(known), compact: compactKey(known), region, country };
}

function isSame(a: TownQuery, b: TownQuery | undefined): boolean {
  return a.key === b?.key && a.region === b.region && a.country === b.country;
}

/** Names of countries, as English has them, and some short ones. */
function countryCodes(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const codes = new Map<string, string>();
  for (const first of letters) {
    for (const second of letters) {
      const name = names.of(first + second);
      if (name !== undefined && name !== first + second) codes.set(nameKey(name), first + second);
    }
  }
  for (const [short, code] of [
    ['uk', 'GB'],
    ['england', 'GB'],
    ['scotland', 'GB'],
    ['usa', 'US'],
    ['us', 'US'],
  ] as const)
    codes.set(short, code);
  return codes;
}
