import {
  createClient,
  feed,
  hub,
  isConflictError,
  isHuddleError,
  isRateLimitedError,
  isUnsupportedError,
  isValidationError,
  merge,
  mobilize,
  newIdempotencyKey,
  safe,
  type Attendance,
  type AttendanceReceipt,
  type Campaign,
  type Client,
  type ClientOptions,
  type Event,
  type EventPage,
  type EventSequence,
  type HuddleError,
  type ManagedAttendance,
  type Place,
  type Result,
  type ServerTime,
  type Source,
  type SourceFailure,
  type SourcePage,
  type Training,
  type WriteOptions,
} from '@huddlekit/sdk';
import { createHostClient, type HostClient } from '@huddlekit/sdk/host';
import { createClient as createLeanClient } from '@huddlekit/sdk/lean';
import { createReviewClient, type ReviewClient } from '@huddlekit/sdk/review';

// Nothing here runs: the type check itself is the test.

type True<Is extends true> = Is;
type IsAny<T> = 0 extends 1 & T ? true : false;
type Equal<A, B> = IsAny<A> extends true ? false : [A] extends [B] ? ([B] extends [A] ? true : false) : false;

type Answer<Call extends (...parameters: never) => unknown> = Awaited<ReturnType<Call>>;

export type Answers = [
  True<Equal<Answer<Client['events']['get']>, Event>>,
  True<Equal<Answer<Client['events']['page']>, SourcePage>>,
  True<Equal<ReturnType<Client['events']['list']>, EventSequence>>,
  True<Equal<ReturnType<Client['events']['calendarUrl']>, string>>,
  True<Equal<Answer<Client['attendances']['create']>, AttendanceReceipt>>,
  True<Equal<Answer<Client['attendances']['get']>, ManagedAttendance>>,
  True<Equal<Answer<Client['attendances']['change']>, ManagedAttendance>>,
  True<Equal<Answer<Client['trainings']['next']>, Training | undefined>>,
  True<Equal<Answer<Client['campaign']['get']>, Campaign>>,
  True<Equal<Answer<Client['places']['search']>, Place[]>>,
  True<Equal<Answer<Client['time']['get']>, ServerTime>>,
  True<Equal<ReturnType<typeof createLeanClient>, Client>>,
  True<Equal<ReturnType<typeof createHostClient>, HostClient>>,
  True<Equal<ReturnType<typeof createReviewClient>, ReviewClient>>,
];

/** Every property of an answer, and of what is in it, has a type of its own. */
type HasAny<T> =
  IsAny<T> extends true
    ? true
    : T extends readonly (infer Item)[]
      ? HasAny<Item>
      : T extends object
        ? true extends { [Key in keyof T]-?: HasAny<T[Key]> }[keyof T]
          ? true
          : false
        : false;

export type Known = [
  True<Equal<HasAny<{ deep: { list: [{ any: ReturnType<typeof JSON.parse> }] } }>, true>>,
  True<Equal<HasAny<Event>, false>>,
  True<Equal<HasAny<EventPage>, false>>,
  True<Equal<HasAny<AttendanceReceipt>, false>>,
  True<Equal<HasAny<ManagedAttendance>, false>>,
  True<Equal<HasAny<Training>, false>>,
  True<Equal<HasAny<Campaign>, false>>,
  True<Equal<HasAny<Place>, false>>,
  True<Equal<HasAny<Answer<ReviewClient['queue']>>, false>>,
  True<Equal<HasAny<Answer<ReviewClient['reports']>>, false>>,
  True<Equal<HasAny<ClientOptions>, false>>,
  True<Equal<HasAny<Answer<Client['pins']['get']>>, false>>,
  True<Equal<IsAny<HuddleError['cause']>, false>>,
];

/** Public answers carry nobody's name or address. */
export type Private = [
  True<Equal<Extract<keyof Attendance, 'person' | 'email' | 'phone'>, never>>,
  True<Equal<Extract<keyof Event, 'host' | 'coHosts' | 'email'>, never>>,
];

/** Every source is one, and what lists it is the same client. */
export type Sources = [
  True<Equal<ReturnType<typeof hub | typeof mobilize | typeof feed | typeof merge>, Source>>,
  True<Equal<ReturnType<Source['open']>, Client>>,
  True<Equal<HasAny<Omit<SourceFailure, 'error'>>, false>>,
  True<Equal<IsAny<SourceFailure['error']>, false>>,
];

export function mistakesOfSources(): void {
  createClient({ source: merge([hub('https://hub.example.org'), mobilize({ organizationId: 1234 })]) });
  // @ts-expect-error: an address alone is no source
  createClient({ source: 'https://hub.example.org' });
  // @ts-expect-error: whose events?
  mobilize({});
  // @ts-expect-error: no such format
  feed('https://chapter.example.org/events', { format: 'xlsx' });
  // @ts-expect-error: sources come as a list
  merge(hub('https://hub.example.org'), feed('https://chapter.example.org/calendar.ics'));
  // @ts-expect-error: a source without a hub has no address to show
  console.log(createClient({ source: mobilize({ organizationId: 1234 }) }).hub.length);
  // @ts-expect-error: the lean client reads hubs alone
  createLeanClient({ source: hub('https://hub.example.org') });
}

/** What `safe` gives is either data or an error, told apart by looking at the error. */
export async function safely(): Promise<void> {
  const result: Result<Event> = await safe(client.events.get('id'));
  // @ts-expect-error: there may be none
  console.log(result.data.title);
  if (result.error) {
    if (isUnsupportedError(result.error)) console.log(result.error.code);
    // @ts-expect-error: an error has no data
    console.log(result.data.title);
  } else console.log(result.data.title);
  // @ts-expect-error: it takes the call's promise
  await safe(() => client.events.get('id'));
}

export function mistakesOfOptions(): void {
  // @ts-expect-error: a client needs to know what it reads
  createClient();
  // @ts-expect-error: nothing to read from
  createClient({});
  // @ts-expect-error: an address is text
  createClient({ hub: new URL('https://hub.example.org') });
  // @ts-expect-error: no such option
  createClient({ hub: 'https://hub.example.org', retries: 3 });
  // @ts-expect-error: milliseconds are a number
  createClient({ hub: 'https://hub.example.org', timeout: '10s' });
  // @ts-expect-error: a key is of no use to a read
  void client.events.get('id', { idempotencyKey: newIdempotencyKey() } satisfies WriteOptions);
  // @ts-expect-error: an AbortController isn't its signal
  void client.campaign.get({ signal: new AbortController() });
}

const client = createClient({ hub: 'https://hub.example.org' });
const host = createHostClient({ hub: 'https://hub.example.org' });

export async function mistakesOfReaders(event: Event): Promise<void> {
  // @ts-expect-error: `near` is text, `latitude,longitude`
  client.events.list({ near: [41.88, -87.63] });
  // @ts-expect-error: no such filter
  client.events.list({ city: 'Chicago' });
  // @ts-expect-error: one of two orders
  client.events.list({ order: 'newest' });
  // @ts-expect-error: which event?
  await client.events.get();
  // @ts-expect-error: a sequence is walked by `for await`
  for (const one of client.events.list()) console.log(one);
  // @ts-expect-error: a page may be empty
  console.log((await client.events.page()).data[0].title);
  // @ts-expect-error: an event online has no place
  console.log(event.location.locality);
  // @ts-expect-error: no training may be to come
  console.log((await client.trainings.next()).title);
  // @ts-expect-error: misspelled
  console.log(event.tittle);
  // @ts-expect-error: an instant is text
  console.log(event.createdAt.getTime());
  // @ts-expect-error: hosting has a client of its own
  await client.events.create({});
}

/** Enums are open to readers, with the known values offered, and closed to writers. */
export async function enums(event: Event): Promise<void> {
  if (event.kind === 'huddle' || event.kind === 'a-kind-of-tomorrow') console.log(event.title);
  const input = {
    title: 'Soup and signs',
    timezone: 'America/Chicago',
    timeslots: [{ startDate: '2026-12-01T19:00:00Z' }],
    location: { kind: 'home', postalCode: '60647' } as const,
    host: { givenName: 'Rosa', email: 'rosa@example.org' },
  };
  await host.events.create({ ...input, kind: 'huddle' });
  // @ts-expect-error: no such kind
  await host.events.create({ ...input, kind: 'party' });
  // @ts-expect-error: an event needs a kind
  await host.events.create(input);
}

export async function mistakesOfAttendees(event: Event): Promise<void> {
  const person = { givenName: 'Maribel', email: 'maribel@example.org' };
  const timeslotIds = event.timeslots.map(({ id }) => id);
  await client.attendances.create(event.id, { timeslotIds, person });
  // @ts-expect-error: to which timeslot?
  await client.attendances.create(event.id, { person });
  // @ts-expect-error: the answer goes to an e-mail address
  await client.attendances.create(event.id, { timeslotIds, person: { givenName: 'Maribel' } });
  // @ts-expect-error: guests are counted
  await client.attendances.create(event.id, { timeslotIds, person, guests: 'two' });
  // @ts-expect-error: the token of the manage link comes second
  await client.attendances.get('id');
  const receipt = await client.attendances.create(event.id, { timeslotIds, person });
  // @ts-expect-error: one attendance for each timeslot
  console.log(receipt.status);
}

export async function mistakesOfChanges(): Promise<void> {
  await client.attendances.change('id', 'token', { version: 2, guests: 1, person: { phone: null } });
  // @ts-expect-error: a change names the version it was made from
  await client.attendances.change('id', 'token', { guests: 1 });
  // @ts-expect-error: an e-mail stays
  await client.attendances.change('id', 'token', { version: 2, person: { email: 'maribel@example.org' } });
  // @ts-expect-error: everybody has a name
  await client.attendances.change('id', 'token', { version: 2, person: { givenName: null } });
  await host.events.change('id', 'token', { version: 2, capacity: null, timeslots: [{ id: 'one' }] });
  // @ts-expect-error: the host stays
  await host.events.change('id', 'token', { version: 2, host: { givenName: 'Rosa' } });
  // @ts-expect-error: one of the known rules
  await host.events.change('id', 'token', { version: 2, addressRelease: 'never' });
}

export function mistakesOfCatchers(error: unknown): void {
  // @ts-expect-error: anything may be thrown
  console.log(error.code);
  if (!isHuddleError(error)) return;
  // @ts-expect-error: errors are read
  error.code = 'offline';
  // @ts-expect-error: only a ValidationError has fields
  console.log(error.fields);
  if (isValidationError(error)) console.log(error.fields.map(({ pointer, message }) => pointer + message));
  // @ts-expect-error: only a RateLimitedError knows how long to wait
  if (isConflictError(error)) console.log(error.retryAfter);
  // @ts-expect-error: a hub need not say how long
  if (isRateLimitedError(error)) console.log(error.retryAfter * 1000);
}

export async function mistakesOfModerators(): Promise<void> {
  // @ts-expect-error: nobody gets in without a key
  createReviewClient({ hub: 'https://hub.example.org' });
  const review = createReviewClient({ hub: 'https://hub.example.org', key: 'key' });
  await review.approve('id', { version: 2, trustHost: true });
  // @ts-expect-error: a decision names the version that was read
  await review.approve('id', {});
  // @ts-expect-error: the host is told why
  await review.reject('id', { version: 2 });
  // @ts-expect-error: misspelled
  await review.approve('id', { version: 2, trusthost: true });
  // @ts-expect-error: a moderator sees no address
  console.log((await review.get('id')).addressLines);
}
