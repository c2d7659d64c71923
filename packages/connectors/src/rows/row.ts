import { timezone as timezoneName, webUrl } from '@huddlekit/contract';
import type { ConvertContext } from '../conversion.ts';
import { unsaid, type ImportedEvent } from '../imported-event.ts';
import { problem, type ConvertProblem, type ProblemCode } from '../problem.ts';
import { createId } from '../source-id.ts';
import type { Column } from './columns.ts';
import { readDate } from './dates.ts';
import { kindOf } from './kinds.ts';
import { locationOf, placeOf, pointOf, zoneOf } from './place.ts';
import { timeslotOf } from './timeslot.ts';

export type Row = { readonly [Name in Column]?: string };

/** Characters a title may have. */
const longestTitle = 200;

/** Sources that are the hub's own: a file that named one of them would write over hosts' events. */
const ownSystems = new Set(['huddlekit', 'campaign', 'sample']);

/** The event of a row, or undefined where it has no title or no date. What is wrong goes to `problems`. */
export function eventOfRow(
  row: Row,
  line: number,
  { timezoneAt, timezone: ownZone }: ConvertContext,
  problems: ConvertProblem[],
): ImportedEvent | undefined {
  const report = (code: ProblemCode): void => {
    problems.push(problem(line, code));
  };
  const { title = '', organization = '' } = row;
  const start = readDate(row.start ?? '');
  if (!title || !start) {
    report(!title ? 'missing_title' : row.start ? 'bad_date' : 'missing_date');
    return undefined;
  }
  const tags = (row.tags ?? '')
    .split(/[;,]/)
    .map((tag) => tag.trim())
    .filter(Boolean);
  const place = placeOf(row, tags);
  const point = pointOf(row, place, report);
  const timezone = namedZone(row, report) ?? ownZone ?? zoneOf(row, place, point, timezoneAt);
  if (timezone === undefined) report('unknown_timezone');
  const characters = Array.from(title);
  if (characters.length > longestTitle) report('long_title');
  return {
    ...unsaid,
    kind: kindOf(row.tags ?? '', title),
    title: characters.slice(0, longestTitle).join('').trim(),
    description: row.description ?? '',
    sponsor: organization ? { id: null, name: organization, url: null } : null,
    timezone: timezone ?? 'UTC',
    timeslots: [timeslotOf(start, row.end ?? '', timezone ?? 'UTC', report)],
    location: locationOf(row, place, point),
    isVirtual: place.isVirtual,
    tags,
    browserUrl: urlOf(row, report),
    source: {
      system: systemOf(row, report),
      id: row.id || createId([title, row.start, row.locality, row.region, row.venue]),
      organization: organization || null,
      url: null,
    },
  };
}

function namedZone({ timezone }: Row, report: (code: ProblemCode) => void): string | undefined {
  if (!timezone) return undefined;
  if (timezoneName.safeParse(timezone).success) return timezone;
  report('bad_timezone');
  return undefined;
}

function urlOf({ url }: Row, report: (code: ProblemCode) => void): string | null {
  if (!url) return null;
  if (webUrl.safeParse(url).success) return url;
  report('bad_url');
  return null;
}

function systemOf({ source }: Row, report: (code: ProblemCode) => void): string {
  if (!source) return 'csv';
  if (!ownSystems.has(source)) return source;
  report('reserved_source');
  return 'csv';
}
