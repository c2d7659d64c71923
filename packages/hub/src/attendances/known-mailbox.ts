import type { CampaignFile } from '../campaign/campaign-file.ts';
import type { AttendanceRow } from '../storage/schema.ts';

/** Whether mails may tell a party of its place: its owner followed a mailed link, or the campaign asks for none. */
export function isMailboxKnown(
  { confirmedAt }: Pick<AttendanceRow, 'confirmedAt'>,
  { confirmation }: Pick<CampaignFile, 'confirmation'>,
): boolean {
  return confirmedAt !== null || confirmation === 'none';
}
