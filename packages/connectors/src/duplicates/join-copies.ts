import type { Source } from '@huddlekit/contract';
import { canonicalUrl } from './canonical-url.ts';
import { compareEvents, titleKey, type Comparable } from './same-event.ts';

/** An event with every source it was found in, its own first. */
export interface Joined<Found extends Comparable> {
  readonly event: Found;
  readonly sources: readonly Source[];
}

/** Events without copies, and pairs that may be copies but were kept. */
export interface Joining<Found extends Comparable> {
  readonly joined: readonly Joined<Found>[];
  readonly unsure: readonly (readonly [Found, Found])[];
}

/**
 * Joins events that several systems list. The first of the copies stands for all. A link that one system gives to
 * several events, like a campaign's page, says nothing about which of them is meant.
 */
export function joinCopies<Found extends Comparable>(events: readonly Found[]): Joining<Found> {
  const shared = sharedLinks(events);
  const kept: { event: Found; sources: Source[]; comparable: Comparable }[] = [];
  const byKey = new Map<string, number[]>();
  const unsure: (readonly [Found, Found])[] = [];
  for (const event of events) {
    const isShared = shared.has(canonicalUrl(event.browserUrl) ?? '');
    const comparable = isShared ? { ...event, browserUrl: null } : event;
    const { own, sought } = keysOf(comparable);
    const candidates = [...new Set(sought.flatMap((key) => byKey.get(key) ?? []))].sort((a, b) => a - b);
    const verdicts = candidates.map((index) => ({
      found: kept[index],
      verdict: verdictOf(kept[index], comparable),
    }));
    const copy = verdicts.find(({ verdict }) => verdict === 'same')?.found;
    if (copy) {
      copy.sources.push(event.source);
      continue;
    }
    for (const { found, verdict } of verdicts)
      if (found && verdict === 'unsure') unsure.push([found.event, event]);
    const index = kept.push({ event, sources: [event.source], comparable }) - 1;
    for (const key of own) {
      const indexes = byKey.get(key);
      if (!indexes) byKey.set(key, [index]);
      else if (indexes.length < mostCandidates) indexes.push(index);
    }
  }
  return { joined: kept.map(({ event, sources }) => ({ event, sources })), unsure };
}

/** Events that share one key and are compared; on a day of action thousands share title and hour, but not the town. */
const mostCandidates = 50;

function verdictOf(
  kept: { sources: readonly Source[]; comparable: Comparable } | undefined,
  event: Comparable,
) {
  if (!kept) return 'different';
  const verdict = compareEvents(kept.comparable, event);
  // One system's two events aren't each other's copies, even by way of a third.
  const isTaken = kept.sources.some(
    ({ system, id }) => system === event.source.system && id !== event.source.id,
  );
  return isTaken ? 'different' : verdict;
}

/**
 * What copies have in common: the id in one system, the link, or title, start and town. An event is found under its
 * `own` keys; an event is sought among those of its town and those of none, and without a town among all.
 */
function keysOf(event: Comparable): { own: string[]; sought: string[] } {
  const { source, browserUrl, title, timeslots, location } = event;
  const link = canonicalUrl(browserUrl);
  const town = titleKey(location?.locality ?? '');
  const shared = [`id ${source.system} ${source.id}`, ...(link === undefined ? [] : [`link ${link}`])];
  const moments = timeslots.map(({ startDate }) => `${String(Date.parse(startDate))} ${titleKey(title)}`);
  return {
    own: [...shared, ...moments.flatMap((moment) => [`any ${moment}`, `in ${town} ${moment}`])],
    sought: [
      ...shared,
      ...moments.flatMap((moment) => (town ? [`in ${town} ${moment}`, `in  ${moment}`] : [`any ${moment}`])),
    ],
  };
}

/** Links that one system gives to several events. */
function sharedLinks(events: readonly Comparable[]): Set<string> {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const { source, browserUrl } of events) {
    const link = canonicalUrl(browserUrl);
    if (link === undefined) continue;
    const key = `${source.system} ${link}`;
    const owner = owners.get(key);
    if (owner !== undefined && owner !== source.id) shared.add(link);
    owners.set(key, source.id);
  }
  return shared;
}
