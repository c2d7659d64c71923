import { areasBeginning, areasOf, type Area } from './areas.ts';
import { compactKey, nameKey } from './name-key.ts';
import { knownAs } from './nicknames.ts';

/** A name to look up, in one state or province, in one country or anywhere. */
export interface TownQuery {
  readonly key: string;
  readonly compact: string;
  readonly region: string | null;
  /** ISO 3166 code of a country that was named; null for any. */
  readonly country: string | null;
}

/** What a visitor may have meant, each list the likeliest first. */
export interface Reading {
  /** Names in a state, province or country that stands behind them. */
  readonly placed: readonly TownQuery[];
  /** Names of places anywhere. */
  readonly whole: readonly TownQuery[];
  /** Names in the states that somebody may be about to type: `springfield, i`. */
  readonly begun: readonly TownQuery[];
  /** Whether commas part the name from what it is in; else that is a guess. */
  readonly isParted: boolean;
}

/** Whatever somebody types, the search stays quick. */
const mostParts = 4;
const mostNames = 6;

/**
 * Reads `venue, town, state, country`: the part before the state is the town, and what stands before that a venue.
 * Without a comma the last words may be a state.
 */
export function readingOf(words: string): Reading {
  const parts = words
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => nameKey(part) !== '')
    .slice(-mostParts);
  const isParted = parts.length > 1;
  const { names, areas } = isParted ? areaBehindCommas(parts) : { names: parts, areas: [] };
  const [last = ''] = names.slice(-1);
  const tail = areaBehindWords(last);
  // `City Hall, Springfield IL`, `Springfield IL, USA`
  const behind = tail.filter(
    ({ area }) => areas.length === 0 || areas.some((outer) => isWithin(area, outer)),
  );
  const before = names.slice(0, -1).toReversed();
  const placed = [
    ...behind.flatMap(({ name, area }) => namesIn(name).map((one) => query(one, area))),
    ...areas.flatMap((area) =>
      [last, ...before].flatMap((part) => namesIn(part).map((name) => query(name, area))),
    ),
    ...behind.flatMap(({ area }) => before.map((name) => query(name, area))),
  ];
  if (isParted && placed.length > 0) return { placed: distinct(placed), whole: [], begun: [], isParted };
  const whole = [names.join(' '), ...(isParted ? [last, ...before] : [])];
  return {
    placed: distinct(placed),
    whole: distinct(whole.flatMap((name) => [...codedIn(name), ...namesIn(name)]).map((name) => query(name))),
    begun: begunAreas(isParted ? [...before.toReversed(), last] : last.split(/\s+/)),
    isParted,
  };
}

/** The states and provinces that may be named behind a place. */
export function regionsIn(words: string): readonly (string | null)[] {
  return readingOf(words).placed.map(({ region }) => region);
}

/** Takes states and countries from the end, one within the other, and leaves a name before them. */
function areaBehindCommas(parts: readonly string[]): { names: readonly string[]; areas: readonly Area[] } {
  let [names, areas] = [parts, [] as readonly Area[]];
  while (names.length > 1) {
    const some = areasOf(names.at(-1) ?? '');
    const inner =
      areas.length === 0 ? some : some.filter((area) => areas.some((outer) => isWithin(area, outer)));
    if (inner.length === 0) break;
    [names, areas] = [names.slice(0, -1), inner];
  }
  return { names, areas };
}

/** `west chester pa` as West Chester in Pennsylvania; the names of states have up to three words. */
function areaBehindWords(words: string): { name: string; area: Area }[] {
  const outer = words.replace(/\s+(usa|u\.?s\.?a?\.?|united states|canada)$/i, '');
  return [...new Set([words, outer])].flatMap((text) => {
    const parts = text.split(/\s+/);
    return [3, 2, 1]
      .filter((count) => count < parts.length)
      .flatMap((count) =>
        areasOf(parts.slice(-count).join(' ')).map((area) => ({
          name: parts.slice(0, -count).join(' '),
          area,
        })),
      );
  });
}

function begunAreas(parts: readonly string[]): TownQuery[] {
  const name = parts.slice(0, -1).join(' ');
  return name === '' ? [] : areasBeginning(parts.at(-1) ?? '').map((area) => query(name, area));
}

function isWithin(area: Area, outer: Area): boolean {
  return area.country === outer.country && outer.region === null && area.region !== null;
}

/** The name of a state, province or country that was shortened: `IL`, `Mass.`, `UK`. */
function codedIn(words: string): string[] {
  const [area] = knownAs(nameKey(words), null) ? [] : areasOf(words);
  return area && words.length < area.name.length ? [area.name] : [];
}

/** A name whole, and where it names two places, each of them. */
function namesIn(part: string): string[] {
  const several = part
    .split(/\s*[/&+]\s*|\s+and\s+|\s*-\s*|\s*\(\s*/i)
    .map((name) => name.replace(/\)\s*$/, '').trim())
    .filter(Boolean);
  return several.length > 1 ? [part, ...several] : [part];
}

/** Words that say what a place is and aren't always part of its name. */
const generic =
  /\b(twp|town of|city of|village of|city|town|village|boro|borough|county|afb|base|cdp|area|downtown|greater|metro)\b/g;

/** The same place in other words: with or without what many leave out or add. */
export function inOtherWords(asked: TownQuery): TownQuery[] {
  const { key } = asked;
  const bare = key.replaceAll(generic, ' ').replaceAll(/\s+/g, ' ').trim();
  const [first, last] = [bare.split(' ').slice(0, -1).join(' '), bare.split(' ').at(-1) ?? ''];
  const spelledOut = knownAs(last, asked.region)?.name;
  const variants = [
    bare,
    `${key} county`,
    `${key} twp`,
    `${key} city`,
    `the ${key}`,
    `st ${key}`,
    key.replace(/^the /, ''),
    ...(spelledOut === undefined || first === '' ? [] : [`${first} ${spelledOut}`]),
  ];
  return variants
    .filter((variant) => variant !== key && (variant.length > 2 || knownAs(variant, asked.region)))
    .map((variant) => ({ ...query(variant, asked), country: asked.country }));
}

/** A name without its first or last words, which may be a venue or a part of the town. */
export function shortened(asked: TownQuery): TownQuery[] {
  const words = asked.key.split(' ');
  const shorter = words.slice(1).flatMap((_, index) => [words.slice(index + 1), words.slice(0, -index - 1)]);
  return shorter
    .map((some) => some.join(' '))
    .filter((key) => key.length > 3)
    .map((key) => query(key, asked));
}

function query(name: string, within?: Pick<TownQuery, 'region' | 'country'>): TownQuery {
  const { region: named = null, country = null } = within ?? {};
  const { name: known, region } = knownAs(nameKey(name), named) ?? { name, region: named };
  return { key: nameKey(known), compact: compactKey(known), region, country };
}

function distinct(queries: readonly TownQuery[]): TownQuery[] {
  const byText = new Map(queries.filter(({ key }) => key !== '').map((one) => [JSON.stringify(one), one]));
  return [...byText.values()].slice(0, mostNames);
}
