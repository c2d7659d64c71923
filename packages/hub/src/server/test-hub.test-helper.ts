import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { AttendanceInput, Event, EventInput, FieldProblem } from '@huddlekit/contract';
import { freePort } from '@huddlekit/tools/lib/free-port.mjs';
import type { IncomingEvent } from '../events/event-import.ts';
import { openHub, type Hub, type HubOptions } from '../hub.ts';
import { settingsFrom } from '../settings.ts';
import { createApp, type AppOptions } from './app.ts';
import { createLog } from './log.ts';

/** A hub with a real database in a folder of its own, answering on a real port. */
export interface TestHub extends AsyncDisposable {
  readonly hub: Hub;
  readonly url: string;
  readonly folder: string;
  /** Lines of the log so far. */
  readonly log: readonly string[];
}

export interface TestHubOptions extends HubOptions {
  /** Content of `campaign.json`. */
  readonly campaign?: object;
  /** Adds the pages for people. */
  readonly pages?: NonNullable<AppOptions['pages']>;
  /** More of the environment from which settings are read. */
  readonly environment?: Readonly<Record<string, string>>;
  /** A data folder that is there already, and stays. */
  readonly folder?: string;
}

export async function startTestHub({
  campaign,
  folder: given,
  pages,
  environment = {},
  // Most tests are about what comes behind it.
  admission = 'open',
  ...options
}: TestHubOptions = {}): Promise<TestHub> {
  const folder = given ?? mkdtempSync(join(tmpdir(), 'huddlekit-hub-'));
  if (campaign) writeFileSync(join(folder, 'campaign.json'), JSON.stringify(campaign));
  const port = await freePort();
  const hub = openHub(settingsFrom({ PORT: String(port), HUDDLEKIT_DATA: folder, ...environment }), {
    admission,
    ...options,
  });
  const log: string[] = [];
  const app = await createApp({
    hub,
    log: createLog((line) => log.push(line), hub.now),
    isStopping: () => false,
    ...(pages && { pages }),
  });
  // A long proof on a busy machine leaves connections idle; one closed as it is taken up again would end it.
  app.server.keepAliveTimeout = 600_000;
  await app.listen({ port, host: '127.0.0.1' });
  return {
    hub,
    url: `http://127.0.0.1:${String(port)}`,
    folder,
    log,
    async [Symbol.asyncDispose]() {
      await app.close();
      await hub.close();
      if (!given) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A fresh Idempotency-Key. */
export function newKey(): string {
  return randomBytes(16).toString('base64url');
}

/** An answer with its JSON. */
export interface JsonAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown> & { code?: string; errors?: FieldProblem[] };
}

/** Sends JSON with a fresh Idempotency-Key. */
export async function post(
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<JsonAnswer> {
  return sendJson('POST', url, body, { 'idempotency-key': newKey(), ...headers });
}

/** Changes what a manage token opens, from a version; text is sent as the If-Match header as it stands. */
export async function patch(
  url: string,
  token: string,
  version: number | string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<JsonAnswer> {
  const ifMatch = typeof version === 'number' ? `"${String(version)}"` : version;
  return sendJson('PATCH', url, body, { authorization: `Bearer ${token}`, 'if-match': ifMatch, ...headers });
}

async function sendJson(
  method: string,
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<JsonAnswer> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as JsonAnswer['body'],
  };
}

/** An event of another system, a week ahead in Chicago unless `changes` says otherwise. */
export function incomingEvent(now: number, id: string, changes: Partial<IncomingEvent> = {}): IncomingEvent {
  return {
    kind: 'gathering',
    title: `Gathering ${id}`,
    summary: '',
    description: '',
    sponsor: null,
    hostName: null,
    timezone: 'America/Chicago',
    timeslots: [
      { startDate: at(now + week), endDate: at(now + week + 7_200_000), allDay: false, capacity: null },
    ],
    location: {
      kind: 'community',
      venue: 'Union Hall',
      addressLines: ['1 Main Street'],
      locality: 'Chicago',
      region: 'IL',
      postalCode: '60647',
      country: 'US',
      latitude: 41.92,
      longitude: -87.7,
      precision: 'exact',
    },
    isVirtual: false,
    languages: ['en'],
    accessibility: { wheelchair: null, asl: null, captions: null, notes: null },
    capacity: null,
    guestsPerRsvp: 5,
    links: { toolkit: null, safety: null, overview: null },
    tags: [],
    browserUrl: null,
    source: { system: 'test', id, organization: null, url: null },
    series: null,
    ...changes,
  };
}

const week = 7 * 86_400_000;

function at(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** Puts one event with native RSVP up and answers it as the public sees it. */
export async function addEvent(hub: Hub, id: string, changes: Partial<IncomingEvent> = {}): Promise<Event> {
  await hub.events.importEvents([incomingEvent(hub.now(), id, changes)], { rsvp: 'native' });
  const event = (await hub.events.ofSource('test')).find(({ source }) => source.id === id);
  if (!event) throw new Error(`Event ${id} was not stored`);
  return event;
}

/** The id of an event's first timeslot. */
export function firstTimeslot({ timeslots: [first] }: Event): string {
  if (!first) throw new Error('The event has no timeslot');
  return first.id;
}

/** A request to come to the first timeslot of an event. */
export function rsvpTo(event: Event, email: string, changes: Partial<AttendanceInput> = {}): AttendanceInput {
  return { timeslotIds: [firstTimeslot(event)], person: { givenName: 'Ada', email }, ...changes };
}

/** A host's form for a home in Chicago, a week ahead. */
export function homeEvent(now: number, changes: Partial<EventInput> = {}): EventInput {
  return {
    kind: 'huddle',
    title: 'Kitchen-table huddle',
    timezone: 'America/Chicago',
    timeslots: [{ startDate: at(now + week), endDate: at(now + week + 7_200_000) }],
    location: {
      kind: 'home',
      addressLines: ['2417 Quillfeather Avenue'],
      locality: 'Chicago',
      region: 'IL',
      postalCode: '60647',
      latitude: 41.9213,
      longitude: -87.7012,
    },
    capacity: 10,
    host: { givenName: 'Rosa', familyName: 'Zimmerquist', email: 'rosa@zimmerquist.example' },
    ...changes,
  };
}

/** Sends a host's form, follows the mailed link and has it approved; answers the id of the public event. */
export async function publishEvent(
  { hub, url }: TestHub,
  changes: Partial<EventInput> = {},
): Promise<string> {
  const { status, body } = await post(`${url}/v1/events`, homeEvent(hub.now(), changes));
  const id = typeof body['id'] === 'string' ? body['id'] : '';
  if (status !== 202 || !(await hub.events.verify(id))) throw new Error(`Refused: ${JSON.stringify(body)}`);
  if ((await hub.events.approve(id, 'moderator')) !== 'done') throw new Error('Not approved');
  return id;
}
