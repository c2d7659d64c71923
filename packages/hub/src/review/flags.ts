import { Sponsor, type ReviewFlag } from '@huddlekit/contract';
import { localize } from '../campaign/campaign-file.ts';
import type { ReviewedChange } from '../events/pending-change.ts';
import type { HubParts } from '../hub.ts';
import type { EventRow } from '../storage/schema.ts';
import { duplicatesOf } from './duplicates.ts';
import { imitates, isName } from './look-alike.ts';
import { tellsStreetAddress } from './street-address.ts';

/** What a moderator is pointed to in an event as it would be after a change. */
export async function flagsOf(
  parts: HubParts,
  row: EventRow,
  change: ReviewedChange,
  openReports: number,
): Promise<ReviewFlag[]> {
  const title = change.title ?? row.title;
  const summary = change.summary ?? row.summary;
  const description = change.description ?? row.description;
  const isHome = (change.location?.kind ?? row.locationKind) === 'home';
  const reported: ReviewFlag = { kind: 'reported', field: null, about: String(openReports), eventId: null };
  return [
    ...(isHome ? addresses({ title, summary, description }) : []),
    ...lookAlikes(parts, row, title),
    ...(await duplicatesOf(parts, row)),
    ...(openReports > 0 ? [reported] : []),
  ];
}

/** The texts of an event at a home that seem to tell where it is; the words aren't repeated. */
function addresses(texts: Readonly<Record<string, string>>): ReviewFlag[] {
  return Object.entries(texts)
    .filter(([, text]) => tellsStreetAddress(text))
    .map(([field]) => ({ kind: 'street-address', field, about: null, eventId: null }));
}

/** The names that imitate an organization of the campaign, and a host who calls themself by one's name. */
function lookAlikes({ campaign }: HubParts, row: EventRow, title: string): ReviewFlag[] {
  const { organizations, organizer } = campaign();
  const sponsor = row.sponsorJson === null ? '' : Sponsor.parse(JSON.parse(row.sponsorJson)).name;
  const hostName = row.hostName ?? '';
  const names = new Set([...organizations, organizer].map(({ name }) => localize(name)));
  return [...names].flatMap((name) => {
    const fields = Object.entries({ title, hostName, sponsor })
      .filter(([field, text]) => imitates(text, name) || (field === 'hostName' && isName(text, name)))
      .map(([field]) => field);
    return fields.map((field) => ({ kind: 'look-alike', field, about: name, eventId: null }));
  });
}
