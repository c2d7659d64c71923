import { timezone } from '@huddlekit/contract';
import { dateOrders, type ConvertContext } from '@huddlekit/connectors';
import { UsageError } from './arguments.ts';

/** Flags that say how a source is read. */
export const sourceFlags = {
  format: { type: 'string', default: 'auto' },
  timezone: { type: 'string' },
  'date-order': { type: 'string' },
} as const;

export const sourceHelp = `SOURCE is a file (gzipped or not), the address of a feed, mobilize:ID for an organization there, or the address of a
list of Mobilize or of an OSDI server such as Action Network, whose key is read from OSDI_API_TOKEN.
  --format F      auto (the default), csv, ics, geojson, json-ld, mobilize, osdi
  --timezone Z    zone of local times for which the source names none, like America/Chicago
  --date-order O  how 3/4/2026 is meant: mdy (the default), dmy or ymd`;

/** What the flags tell a conversion. @throws UsageError */
export function contextOf(flags: {
  readonly timezone?: string | undefined;
  readonly 'date-order'?: string | undefined;
}): Pick<ConvertContext, 'timezone' | 'dateOrder'> {
  const dateOrder = dateOrders.find((order) => order === flags['date-order']);
  if (flags['date-order'] !== undefined && !dateOrder)
    throw new UsageError(`--date-order can only be ${dateOrders.join(', ')}`);
  if (flags.timezone !== undefined && !timezone.safeParse(flags.timezone).success)
    throw new UsageError('--timezone must be a name like America/Chicago');
  return { timezone: flags.timezone, dateOrder };
}
