import { Accessibility, Commitment, EventLinks, Series, Sponsor, z, type Event } from '@huddlekit/contract';
import type { EventRow, TimeslotRow } from '../storage/schema.ts';

const texts = z.array(z.string());

/** An instant of the database as the wire writes it. */
export function instantOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

/** Whether anybody may see an event. One that its host cancelled before the review never was public. */
export function isPublic({ approvedAt, status }: Pick<EventRow, 'approvedAt' | 'status'>): boolean {
  return approvedAt !== null && (status === 'confirmed' || status === 'cancelled');
}

/** The public view of an event. The row holds public data only, so nothing has to be left out here. */
export function eventOf(row: EventRow, timeslots: readonly TimeslotRow[], baseUrl: string): Event {
  return {
    id: row.id,
    pin: row.pin,
    kind: row.kind,
    title: row.title,
    summary: row.summary,
    description: row.description,
    status: row.status,
    visibility: 'public',
    sponsor: row.sponsorJson === null ? null : Sponsor.parse(JSON.parse(row.sponsorJson)),
    hostName: row.hostName,
    timezone: row.timezone,
    timeslots: timeslots.map(timeslotOf),
    location: locationOf(row),
    isVirtual: row.isVirtual === 1,
    languages: texts.parse(JSON.parse(row.languagesJson)),
    accessibility: Accessibility.parse(JSON.parse(row.accessibilityJson)),
    capacity: row.capacity,
    guestsPerRsvp: row.guestsPerRsvp,
    commitments: z.array(Commitment).parse(JSON.parse(row.commitmentsJson)),
    links: EventLinks.parse(JSON.parse(row.linksJson)),
    tags: texts.parse(JSON.parse(row.tagsJson)),
    imageUrl: row.imageUrl,
    browserUrl: row.browserUrl ?? `${baseUrl}/e/${row.id}`,
    rsvp: row.rsvp,
    source: {
      system: row.sourceSystem,
      id: row.sourceId,
      organization: row.sourceOrganization,
      url: row.sourceUrl,
    },
    series: row.seriesJson === null ? null : Series.parse(JSON.parse(row.seriesJson)),
    createdAt: instantOf(row.createdAt),
    updatedAt: instantOf(row.updatedAt),
  };
}

/** The lines of an event's address that everybody may read; none of a home's. */
export function addressLinesOf({ addressLinesJson }: Pick<EventRow, 'addressLinesJson'>): string[] {
  return texts.parse(JSON.parse(addressLinesJson));
}

function locationOf(row: EventRow): Event['location'] {
  if (row.locationKind === null) return null;
  return {
    kind: row.locationKind,
    venue: row.venue,
    addressLines: addressLinesOf(row),
    locality: row.locality,
    region: row.region,
    postalCode: row.postalCode,
    country: row.country,
    latitude: row.latitude,
    longitude: row.longitude,
    precision: row.precision,
  };
}

function timeslotOf({
  id,
  startAt,
  endAt,
  allDay,
  capacity,
  reserved,
  taken,
  waiting,
}: TimeslotRow): Event['timeslots'][number] {
  // A waiting line takes every seat that comes free, so while there is one nothing is left for others.
  const left = capacity === null ? null : waiting > 0 ? 0 : Math.max(0, capacity - reserved - taken);
  return {
    id,
    startDate: instantOf(startAt),
    endDate: endAt === null ? null : instantOf(endAt),
    allDay: allDay === 1,
    capacity,
    spotsLeft: left,
    isFull: left === 0,
  };
}
