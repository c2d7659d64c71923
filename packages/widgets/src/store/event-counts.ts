import type { Counts, EventFilters } from '@huddlekit/contract';
import { datePresets, presetDates, type DatePreset } from './dates.ts';
import { filtersOf, type Filters } from './filters.ts';
import type { EventSource } from './event-store.ts';

/** How many events fit some filters, and how many would with another kind or on other dates. */
export interface EventCounts {
  readonly filters: Filters;
  readonly inPerson: number;
  readonly online: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly dates: Readonly<Record<DatePreset, number>>;
}

const none: Counts = { total: 0, kinds: {}, ranges: [] };

/** Asks the hub for the counts: events at a place within the area, and where asked for, events online. */
export async function countEvents(
  source: EventSource,
  filters: Filters,
  now: Date,
  signal: AbortSignal,
): Promise<EventCounts> {
  const asked = datePresets.map((preset) => presetDates(preset, now));
  const ranges = asked.map(({ from, to }) => `${from}..${to}`).join();
  const count = (query: EventFilters | null): Promise<Counts> =>
    query ? source.events.count({ ...query, ranges }, { signal }) : Promise.resolve(none);
  const queries = filtersOf(filters);
  const [inPerson, online] = await Promise.all([count(queries.inPerson), count(queries.online)]);
  const kinds = { ...inPerson.kinds };
  for (const [kind, number] of Object.entries(online.kinds)) kinds[kind] = (kinds[kind] ?? 0) + number;
  const on = (preset: DatePreset): number => {
    const index = datePresets.indexOf(preset);
    return (inPerson.ranges[index] ?? 0) + (online.ranges[index] ?? 0);
  };
  return {
    filters,
    inPerson: inPerson.total,
    online: online.total,
    kinds,
    dates: { today: on('today'), weekend: on('weekend'), twoWeeks: on('twoWeeks') },
  };
}
