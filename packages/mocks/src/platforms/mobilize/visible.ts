import type { MobilizeEvent, MobilizeLocation } from './event.ts';

/** Stands where a private address would; consumers go by `address_visibility`, as its wording varies. */
const privateAddress = 'This event’s address is private. Sign up for more details';

/** An event as somebody sees it: whole with the owner's key, else without what is private. */
export function visibleTo(asker: number | undefined, event: MobilizeEvent): MobilizeEvent {
  if (asker === event.sponsor.id) return event;
  const hidesAddress = event.address_visibility === 'PRIVATE';
  return {
    ...event,
    contact: null,
    instructions: null,
    event_campaign: null,
    timeslots: event.timeslots.map((timeslot) => ({ ...timeslot, instructions: null })),
    location: event.location && hidesAddress ? withoutAddress(event.location) : event.location,
  };
}

function withoutAddress({ location: _, ...place }: MobilizeLocation): MobilizeLocation {
  return { ...place, venue: privateAddress, address_lines: [privateAddress, ''] };
}
