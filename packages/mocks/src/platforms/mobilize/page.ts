import { MobilizeError } from './answer.ts';

/** A list as Mobilize answers it. */
export interface Page<Item> {
  /** How many fit, also where fewer can be paged. */
  readonly count: number;
  readonly next: string | null;
  readonly previous: string | null;
  readonly data: readonly Item[];
  readonly results_limited_to?: number;
}

const standardSize = 25;
const largestSize = 200;

/** How many results of its search backend can be paged. */
const searchLimit = 1_000;

/** The page that an address asks for, by cursor or by number, with absolute addresses of its neighbours. */
export function pageOf<Item>(items: readonly Item[], address: URL, isSearch = false): Page<Item> {
  const size = Math.min(numberIn(address, 'per_page') ?? standardSize, largestSize);
  const number = numberIn(address, 'page');
  const start = number === undefined ? offsetIn(address) : (number - 1) * size;
  const reachable = isSearch ? items.slice(0, searchLimit) : items;
  const to = (offset: number): string => {
    const url = new URL(address);
    if (number === undefined) url.searchParams.set('cursor', cursorOf(offset));
    else url.searchParams.set('page', String(offset / size + 1));
    return url.href;
  };
  return {
    count: items.length,
    next: start + size < reachable.length ? to(start + size) : null,
    previous: start > 0 ? to(Math.max(0, start - size)) : null,
    data: reachable.slice(start, start + size),
    ...(isSearch && { results_limited_to: searchLimit }),
  };
}

function numberIn({ searchParams }: URL, name: 'page' | 'per_page'): number | undefined {
  const text = searchParams.get(name);
  if (text === null) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new MobilizeError(400, { [name]: ['Not a valid integer.'] });
  return Number(text);
}

/** A cursor tells its offset to nobody who doesn't look for it. */
function cursorOf(offset: number): string {
  return btoa(`after=${String(offset)}`);
}

function offsetIn({ searchParams }: URL): number {
  const cursor = searchParams.get('cursor');
  if (cursor === null) return 0;
  const offset = /^after=(\d{1,9})$/.exec(decoded(cursor))?.[1];
  if (offset === undefined) throw new MobilizeError(404, { detail: ['Invalid cursor'] });
  return Number(offset);
}

function decoded(cursor: string): string {
  try {
    return atob(cursor);
  } catch {
    return '';
  }
}
