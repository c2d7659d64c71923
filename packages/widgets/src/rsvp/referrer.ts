import type { AttendanceInput } from '@huddlekit/contract';

/** Where a guest came from, by the page's own address: who invited them, and the campaign of a link (`utm_…`). */
export function referrerOf(pageUrl: string, partner?: string): NonNullable<AttendanceInput['referrer']> {
  const { searchParams } = new URL(pageUrl);
  const value = (name: string): string | undefined => searchParams.get(name)?.trim().slice(0, 100);
  const invitedBy = value('invitedBy');
  const named = {
    partner,
    utmSource: value('utm_source'),
    utmMedium: value('utm_medium'),
    utmCampaign: value('utm_campaign'),
    // The hub takes no other; a spoilt link is no reason to refuse a guest.
    invitedBy: invitedBy && /^[A-Za-z0-9_-]{1,64}$/.test(invitedBy) ? invitedBy : undefined,
  };
  return Object.fromEntries(Object.entries(named).filter(([, text]) => text));
}
