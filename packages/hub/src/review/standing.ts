import type { HubParts } from '../hub.ts';
import type { HostStandingTable } from '../storage/schema.ts';
import type { WriteTransaction } from '../storage/storage.ts';

/** What a review needs of the hub. */
export interface ReviewParts extends HubParts {
  /** `off` takes every event without a moderator, which a test uses to see that the check is needed. */
  readonly approvalCheck: 'on' | 'off';
}

type Reader = Pick<WriteTransaction, 'selectFrom'>;
type Standing = HostStandingTable['standing'];

/** What moderators said of an event's host; undefined where nothing, or where it came from elsewhere. */
export async function standingOf(from: Reader, eventId: string): Promise<Standing | undefined> {
  const row = await from
    .selectFrom('hosts')
    .innerJoin('hostStandings', 'hostStandings.emailHash', 'hosts.emailHash')
    .select('hostStandings.standing')
    .where('hosts.eventId', '=', eventId)
    .executeTakeFirst();
  return row?.standing;
}

export async function isBlocked(from: Reader, eventId: string): Promise<boolean> {
  return (await standingOf(from, eventId)) === 'blocked';
}

/** Sets what is thought of an event's host, or forgets it; answers false where the event has none. */
export async function setStanding(
  transaction: WriteTransaction,
  eventId: string,
  standing: Standing | undefined,
  since: number,
): Promise<boolean> {
  const host = await transaction
    .selectFrom('hosts')
    .select('emailHash')
    .where('eventId', '=', eventId)
    .executeTakeFirst();
  if (!host) return false;
  const { emailHash } = host;
  await transaction.deleteFrom('hostStandings').where('emailHash', '=', emailHash).execute();
  if (standing)
    await transaction.insertInto('hostStandings').values({ emailHash, standing, since }).execute();
  return true;
}

/** Whether a moderator must read what an event's host sends before anybody else does. */
export async function needsReview(
  { campaign, approvalCheck }: Pick<ReviewParts, 'campaign' | 'approvalCheck'>,
  from: Reader,
  eventId: string,
): Promise<boolean> {
  if (approvalCheck === 'off') return false;
  const standing = await standingOf(from, eventId);
  if (standing === 'blocked') return true;
  const { review } = campaign();
  return review === 'by-hand' || (review === 'trusted-hosts' && standing !== 'trusted');
}
