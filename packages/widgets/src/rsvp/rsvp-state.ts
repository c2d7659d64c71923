import type { Event } from '@huddlekit/contract';

/** What the button of an event says and does. */
export type RsvpState =
  | { readonly name: 'open'; readonly spotsLeft: number | null }
  | { readonly name: 'full' | 'ended' | 'cancelled' | 'none' }
  | { readonly name: 'link'; readonly url: string };

const hour = 3_600_000;

/** The state of an event's RSVP at an instant (milliseconds since 1970). */
export function rsvpState(event: Event, now: number): RsvpState {
  if (event.status === 'cancelled') return { name: 'cancelled' };
  const ahead = event.timeslots.filter(
    // The contract's rule, written out: with its module the button would wait for one more file.
    ({ startDate, endDate, allDay }) =>
      (endDate ? Date.parse(endDate) : Date.parse(startDate) + (allDay ? 24 : 2) * hour) > now,
  );
  if (ahead.length === 0) return { name: 'ended' };
  if (event.rsvp === 'link' && event.browserUrl && /^https?:/i.test(event.browserUrl)) {
    return { name: 'link', url: event.browserUrl };
  }
  if (event.rsvp !== 'native') return { name: 'none' };
  if (ahead.every(({ isFull }) => isFull)) return { name: 'full' };
  const left = ahead.map(({ spotsLeft }) => spotsLeft);
  return {
    name: 'open',
    spotsLeft: left.some((spots) => spots === null)
      ? null
      : left.reduce((sum: number, spots) => sum + (spots ?? 0), 0),
  };
}
