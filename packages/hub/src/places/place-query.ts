import { stateCodeOf } from '@huddlekit/connectors';
import { nameKey } from './name-key.ts';

/** A town's name to look up, in one US state or anywhere. */
export interface TownQuery {
  readonly key: string;
  readonly region: string | null;
}

/** What visitors call towns by. */
const nicknames: ReadonlyMap<string, string> = new Map([
  ['nyc', 'new york city'],
  ['philly', 'philadelphia'],
]);

/**
 * What a visitor may have meant, the likeliest first: with a comma the part behind it is a state or country; without
 * one the last words are a state only where no town's name begins with all of them.
 */
export function townQueries(words: string): TownQuery[] {
  const [, before, after] = /^(.+?)\s*,\s*(.+)$/.exec(words.trim()) ?? [];
  const whole = { key: townKey(words), region: null };
  const queries =
    before !== undefined && after !== undefined
      ? [{ key: townKey(before), region: stateCodeOf(after) ?? null }, whole]
      : [whole, ...statesBehind(words)];
  return queries.filter(({ key }) => key !== '');
}

/** `west chester pa` as West Chester in Pennsylvania; the names of states have up to three words. */
function statesBehind(words: string): TownQuery[] {
  const parts = words.trim().split(/\s+/);
  return [1, 2, 3].flatMap((count) => {
    const region = stateCodeOf(parts.slice(-count).join(' '));
    return region && count < parts.length ? [{ key: townKey(parts.slice(0, -count).join(' ')), region }] : [];
  });
}

function townKey(words: string): string {
  const key = nameKey(words);
  return nicknames.get(key) ?? key;
}
