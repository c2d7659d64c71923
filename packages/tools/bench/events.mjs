import { fixtures, publicIdOf } from '@huddlekit/mocks';

/** So many events, no two alike, as a hub lists them. */
export function manyEvents(count) {
  const { events } = fixtures({ now: Date.now() });
  return Array.from({ length: count }, (_, index) => {
    const event = events[index % events.length];
    return {
      ...event,
      id: publicIdOf(`event-${index}`),
      pin: index,
      title: `${event.title} ${index}`,
      description: `${event.description} (${index})`,
      timeslots: event.timeslots.map((slot, nth) => ({ ...slot, id: publicIdOf(`slot-${index}-${nth}`) })),
      location: event.location && {
        ...event.location,
        latitude: event.location.latitude && event.location.latitude + (index % 997) / 1e4,
        longitude: event.location.longitude && event.location.longitude + (index % 991) / 1e4,
      },
    };
  });
}
