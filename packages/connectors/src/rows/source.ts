import type { ImportedEvent } from '../imported-event.ts';
import type { Report } from '../problem.ts';
import { createId } from '../source-id.ts';
import { nameOf } from './texts.ts';
import type { Row, RowReading, RowSlot } from './row.ts';

/** Sources that are the hub's own: a file that named one of them would write over hosts' events. */
const ownSystems = new Set(['huddlekit', 'campaign', 'sample']);

/** Characters an id may have; longer ones are kept by their hash. */
const longestId = 200;

/**
 * Where a row comes from. A source that was given a name keeps its rows under it, whatever they say, so that a feed
 * can't write over the events of another one.
 */
export function sourceOf(
  row: Row,
  { start = '', startTime = '' }: RowSlot,
  { context, format }: RowReading,
  report: Report,
): ImportedEvent['source'] {
  const { id = '', source = '', sourceId = '', organization, title, locality, region, venue } = row;
  const isOwn = ownSystems.has(source);
  if (isOwn && !context.system) report('reserved_source');
  const names = !context.system && source && !isOwn;
  const told = (names && sourceId) || id;
  const said = [row.address, startTime].filter(Boolean);
  return {
    system: context.system ?? (names ? source : format),
    id:
      told && told.length <= longestId
        ? told
        : createId(told ? [told] : [title, start, locality, region, venue, ...said]),
    organization: nameOf(organization),
    url: null,
  };
}
