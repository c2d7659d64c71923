import { member, textOf } from '../json.ts';

/** Where Mobilize answers. */
export const mobilizeApi = 'https://api.mobilize.us/v1';

/** Which events of Mobilize are asked for. */
export interface MobilizeQuery {
  /** The organization whose public feed is read: its own events and those it promotes. */
  readonly organizationId: number | string;
  /** Another server of the same API, such as the staging one. */
  readonly api?: string | undefined;
  /** Only timeslots that begin at or after this instant, milliseconds since 1970; from now on where left out. */
  readonly from?: number | undefined;
}

/** Address of the first page of an organization's events. */
export function mobilizeEventsUrl({ organizationId, api = mobilizeApi, from }: MobilizeQuery): string {
  const url = new URL(
    `${api.replace(/\/+$/, '')}/organizations/${encodeURIComponent(organizationId)}/events`,
  );
  url.searchParams.set('per_page', '100');
  url.searchParams.set(
    'timeslot_start',
    from === undefined ? 'gte_now' : `gte_${String(Math.floor(from / 1_000))}`,
  );
  return url.href;
}

/** Address of the events that an organization has deleted since an instant, milliseconds since 1970. */
export function mobilizeDeletedUrl(
  { organizationId, api = mobilizeApi }: MobilizeQuery,
  since: number,
): string {
  const url = new URL(
    `${api.replace(/\/+$/, '')}/organizations/${encodeURIComponent(organizationId)}/events/deleted`,
  );
  url.searchParams.set('updated_since', String(Math.floor(since / 1_000)));
  return url.href;
}

/** The link to the page that follows, or null. */
export function nextMobilizePage(page: unknown): string | null {
  return textOf(member(page, 'next')) || null;
}

/** The organization a page of Mobilize belongs to, by an address like `https://api.mobilize.us/v1/organizations/7/events`. */
export function organizationOf(url: string): string | undefined {
  return /^https:\/\/(?:staging-)?api\.mobilize\.us\/v1\/organizations\/(\d+)(?:\/events)?\/?(?:\?|$)/.exec(
    url,
  )?.[1];
}
