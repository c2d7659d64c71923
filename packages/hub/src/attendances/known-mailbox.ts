import type { CampaignFile } from '../campaign/campaign-file.ts';
import type { Token } from '../privacy/tokens.ts';
import type { AttendanceRow } from '../storage/schema.ts';

/** Whether mails may tell a party of its place: its owner followed a mailed link, or the campaign asks for none. */
export function isMailboxKnown(
  { confirmedAt }: Pick<AttendanceRow, 'confirmedAt'>,
  { confirmation }: Pick<CampaignFile, 'confirmation'>,
): boolean {
  return confirmedAt !== null || confirmation === 'none';
}

/**
 * Whether the link of an RSVP's answer has given way to the mailed one: anybody may have typed the e-mail, and its owner
 * has said since that the place is theirs.
 */
export function isLinkReplaced(
  { confirmedAt }: Pick<AttendanceRow, 'confirmedAt'>,
  { purpose }: Pick<Token, 'purpose'>,
  { confirmation }: Pick<CampaignFile, 'confirmation'>,
): boolean {
  return purpose === 'attendance' && confirmation === 'mailed-link' && confirmedAt !== null;
}
