import type { ImportedEvent } from '@huddlekit/connectors';
import type { Event } from '@huddlekit/contract';
import { creditedUrl, type UtmValues } from './credited-url.ts';
import { hashOf, publicIdOf } from './public-id.ts';

/** Pins are 31-bit numbers, so that they fit the columns of the feed. */
const pins = 2 ** 31;

/**
 * Events of another system as a hub would list them, with utm values on their links. Ids and pins come from the source's
 * own, so they stay the same from one reading to the next.
 */
export function eventsOf(imported: readonly ImportedEvent[], utm: UtmValues): Event[] {
  const taken = new Set<number>();
  const readInstant = new Date().toISOString();
  return imported.map((event): Event => {
    const key = `${event.source.system}\n${event.source.id}`;
    const createdAt = event.createdAt ?? event.updatedAt ?? readInstant;
    return {
      ...event,
      id: publicIdOf(key),
      pin: freePin(key, taken),
      visibility: 'public',
      timeslots: event.timeslots.map(({ spotsLeft, ...slot }) => ({
        ...slot,
        id: publicIdOf(`${key}\n${slot.startDate}\n${slot.endDate ?? ''}`),
        spotsLeft,
        isFull: spotsLeft === 0,
      })),
      commitments: [],
      browserUrl: event.browserUrl === null ? null : creditedUrl(event.browserUrl, utm),
      rsvp: event.browserUrl === null ? 'none' : 'link',
      createdAt,
      updatedAt: event.updatedAt ?? createdAt,
    };
  });
}

/** A pin that no other event has; which one depends on the key, and only in a rare tie on what came before. */
export function freePin(key: string, taken: Set<number>): number {
  let pin = hashOf(key, 4) % pins;
  while (taken.has(pin)) pin = (pin + 1) % pins;
  taken.add(pin);
  return pin;
}
