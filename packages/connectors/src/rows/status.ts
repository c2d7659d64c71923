import type { ImportedEvent } from '../imported-event.ts';
import type { Report } from '../problem.ts';
import type { Row } from './row.ts';
import { isYes } from './when.ts';

/** Whether the source shows the event to everybody; where it doesn't, that is told. */
export function isListed({ hidden = '', visibility = '', status = '' }: Row, report: Report): boolean {
  if (isYes(hidden) || /^(private|privado|privada|confidential)$/i.test(visibility)) report('private_event');
  else if (/^(hidden|unlisted|oculto|oculta)$/i.test(visibility)) report('hidden_event');
  else if (/^(draft|pending|pending review|unpublished|rejected|borrador|pendiente)$/i.test(status))
    report('unapproved_event');
  else return true;
  return false;
}

/** Cancelled as a column of status or of its own says, or the title begins by saying so. */
export function statusOf(row: Row, report: Report): ImportedEvent['status'] {
  const { status = '', cancelled = '', title = '' } = row;
  const isPostponed = /postpon|pospuest|aplazad/i.test(status);
  if (isPostponed) report('postponed_event');
  const isCancelled =
    /cancel|called off/i.test(status) ||
    isYes(cancelled) ||
    /^cancel/i.test(cancelled) ||
    /^[^\p{L}\p{N}]*(cancell?ed|cancelad[oa])[\])*:!\s–—-]/iu.test(title);
  return isCancelled || isPostponed ? 'cancelled' : 'confirmed';
}
