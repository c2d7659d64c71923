import { AttendanceReceipt, webUrl, type EventInput } from '@huddlekit/contract';
import { hostOf } from '../../events/hosted.test-helper.ts';
import type { AppOptions } from '../../server/app.ts';
import {
  homeEvent,
  incomingEvent,
  post,
  rsvpTo,
  startTestHub,
  type JsonAnswer,
  type TestHub,
} from '../../server/test-hub.test-helper.ts';
import { readFromFeeds } from './hostile-feeds.ts';
import { replaced } from './replaced.ts';

/** A hub whose every text came from somebody hostile. */
export interface HostileHub extends AsyncDisposable {
  readonly server: TestHub;
  /** Ids of the public events, those of hosts first. */
  readonly events: readonly string[];
  /** Paths of the pages behind the links of hosts and guests. */
  readonly ownPages: readonly string[];
  /** Forms that show a text as the mail it would be. */
  readonly previews: readonly Preview[];
  /** Fields that were taken as text, and those that were refused with a clear error. */
  readonly taken: number;
  readonly refused: number;
}

export interface Preview {
  readonly path: string;
  readonly text: string;
}

/** Where the texts come from: the host's first form, or a change of it. */
export type Way = 'form' | 'change';

/** Fills every text of a hub: the host's form or its change, RSVPs, a moderator's message, imports, the campaign. */
export async function openHostileHub(
  texts: readonly string[],
  way: Way,
  pages: NonNullable<AppOptions['pages']>,
): Promise<HostileHub> {
  const server = await startTestHub({ campaign: hostileCampaign(texts), pages });
  try {
    return await fill(server, texts, way);
  } catch (error) {
    await server[Symbol.asyncDispose]();
    throw error;
  }
}

async function fill(server: TestHub, texts: readonly string[], way: Way): Promise<HostileHub> {
  const { hub } = server;
  const ownPages: string[] = [];
  const previews: Preview[] = [];
  const events: string[] = [];
  let [taken, refused] = [0, 0];
  const count = ({ sent, errors }: Pick<Sent, 'sent' | 'errors'>): void => {
    taken += sent;
    refused += errors;
  };
  await hub.events.importEvents(texts.map((text, index) => hostileImport(hub.now(), text, index)));
  const imported = await hub.events.ofSource('hostile');
  await hub.events.importEvents(await readFromFeeds(imported));
  const others = [...imported, ...(await hub.events.ofSource('feeds'))].map(({ id }) => id);
  for (const text of texts) {
    const form = hostileForm(hub.now(), text);
    const first = way === 'form' ? form : tameForm(hub.now());
    const posted = await sendTamed(first, tameForm(hub.now()), (body) =>
      post(`${server.url}/v1/events`, body),
    );
    const id = String(posted.answer.body['id']);
    await hub.events.verify(id);
    await hub.events.approve(id, 'moderator');
    const host = hostOf(server, id);
    if (way === 'form') count(posted);
    else {
      count(
        await sendTamed(changeOf(form), changeOf(tameForm(hub.now())), (body) => host.change(body as object)),
      );
      await hub.events.approve(id, 'moderator');
    }
    await host.change({ summary: 'Another one' });
    await hub.events.reject(id, 'moderator', text);
    ownPages.push(`/verify/${hub.tokens.sign('verify', id, 1)}`);
    for (const page of ['', '/edit', '/guests', '/co-hosts', '/message', '/cancel', '/link'])
      ownPages.push(`/manage/${host.token}${page}`);
    for (const { id: coHost } of await hub.hosting.coHosts(id))
      ownPages.push(`/manage/${hub.tokens.sign('co-host', coHost, 1)}`);
    const event = await hub.events.get(id);
    if (!event) throw new Error('The event is not public');
    const guest = await sendTamed(hostileRsvp(event, text), tameRsvp(event), (body) =>
      post(`${server.url}/v1/events/${id}/attendances`, body),
    );
    count(guest);
    count(await writeToGuests(server.url, host.token, text));
    previews.push({ path: `/manage/${host.token}/message`, text });
    const { manageUrl } = AttendanceReceipt.parse(guest.answer.body);
    ownPages.push(new URL(manageUrl).pathname);
    events.push(id);
  }
  return {
    server,
    events: [...events, ...others],
    ownPages,
    previews,
    taken,
    refused,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

interface Sent {
  readonly answer: JsonAnswer;
  readonly sent: number;
  readonly errors: number;
}

/** Sends a body; what is refused is replaced by a harmless value, field by field, until the rest is taken. */
async function sendTamed(
  body: unknown,
  tame: unknown,
  send: (body: unknown) => Promise<JsonAnswer>,
): Promise<Sent> {
  let current = body;
  let errors = 0;
  for (;;) {
    const answer = await send(current);
    if (answer.status < 300) return { answer, sent: textsIn(current), errors };
    const pointers = (answer.body.errors ?? []).map(({ pointer }) => pointer);
    if (answer.status !== 422 || pointers.length === 0 || errors > 100)
      throw new Error(`No clear refusal: ${JSON.stringify(answer.body)}`);
    errors += pointers.length;
    for (const pointer of pointers) current = replaced(current, tame, pointer);
  }
}

/** Sends a host's message by its form, which takes a text or shows it again. */
async function writeToGuests(
  url: string,
  token: string,
  text: string,
): Promise<Pick<Sent, 'sent' | 'errors'>> {
  const { status } = await fetch(`${url}/manage/${token}/message`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ act: 'send', message: text }),
  });
  if (status !== 303 && status !== 422) throw new Error(`No clear refusal: ${String(status)}`);
  return { sent: status === 303 ? 1 : 0, errors: status === 422 ? 1 : 0 };
}

function textsIn(value: unknown): number {
  if (typeof value === 'string') return 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, item) => sum + textsIn(item), 0);
}

/** The host's form with the text in every field that takes one. The ZIP puts it on the map. */
function hostileForm(now: number, text: string): EventInput {
  const tame = tameForm(now);
  return {
    ...tame,
    title: text,
    summary: text,
    description: `${text}\n\nand ${text}`,
    location: { ...tame.location, venue: text, addressLines: [text, text], locality: text, region: text },
    languages: [text],
    accessibility: { notes: text },
    browserUrl: text,
    host: { ...tame.host, givenName: text, familyName: text, displayName: text, phone: text },
    coHosts: [{ name: text, email: text }],
    referrer: { partner: text, utmSource: text, utmMedium: text, utmCampaign: text, invitedBy: text },
  };
}

function tameForm(now: number): EventInput {
  const form = homeEvent(now);
  return {
    ...form,
    summary: '',
    description: '',
    location: {
      ...form.location,
      kind: 'community',
      venue: 'Union Hall',
      addressLines: ['1 Main Street', 'Hall 2'],
    },
    languages: ['en'],
    accessibility: { notes: '' },
    browserUrl: 'https://example.org/',
    host: { ...form.host, displayName: 'Rosa', phone: '555 0100' },
    coHosts: [{ name: 'Sam', email: 'sam@example.org' }],
    commitments,
    referrer: { partner: 'a', utmSource: 'a', utmMedium: 'a', utmCampaign: 'a', invitedBy: 'a' },
  };
}

function changeOf({
  host: _host,
  referrer: _referrer,
  commitments: _commitments,
  timeslots: _times,
  ...rest
}: EventInput) {
  return rest;
}

function hostileRsvp(event: Parameters<typeof rsvpTo>[0], text: string) {
  return rsvpTo(event, 'ada@example.org', {
    person: { givenName: text, familyName: text, email: 'ada@example.org', phone: text, postalCode: text },
    accessNeeds: text,
    timezone: text,
    commitments,
    consent: { organizations: [text] },
    referrer: { partner: text, utmSource: text, utmMedium: text, utmCampaign: text, invitedBy: text },
  });
}

function tameRsvp(event: Parameters<typeof rsvpTo>[0]) {
  return rsvpTo(event, 'ada@example.org', { consent: { organizations: ['a'] } });
}

/** An event as a feed might bring it: texts are bound by nothing, links by what every connector checks. */
function hostileImport(now: number, text: string, index: number) {
  const event = incomingEvent(now, `hostile-${String(index)}`);
  const url = webUrl.safeParse(text).success ? text : null;
  return {
    ...event,
    title: text,
    summary: text,
    description: text,
    sponsor: { id: null, name: text, url },
    hostName: text,
    location: event.location && {
      ...event.location,
      venue: text,
      addressLines: [text],
      locality: text,
      region: text,
    },
    tags: [text],
    browserUrl: url,
    accessibility: { ...event.accessibility, notes: text },
    source: { system: 'hostile', id: String(index), organization: text, url },
  };
}

const commitments = [{ id: 'peace', version: '1' }];

/** A campaign file in which every text is hostile: the operator's slip, or a file from somebody else. */
function hostileCampaign(texts: readonly string[]): object {
  const [first = ''] = texts;
  return {
    slug: 'hostile',
    title: first,
    summary: texts.slice(0, 20).join(' '),
    organizer: { name: 'Alliance <script>ran()</script>' },
    goals: texts,
    kit: [
      {
        id: 'hostile',
        title: (first || 'x').slice(0, 100),
        lead: '<svg onload=ran()>',
        // The check of the kit refuses links to pages of it that aren't there.
        text: texts.join('\n\n').replaceAll('](/kit/', '](').slice(0, 20_000),
      },
    ],
    goal: { metric: '<svg onload=ran()>', target: 10 },
    commitments: [{ id: 'peace', version: '1', text: texts.slice(0, 60).join(' ') }],
    organizations: texts.slice(0, 20).map((_, index) => ({
      id: String(index),
      name: `<img src=x onerror=ran()> ${String(index)}`,
      asks: ['email'],
    })),
    actions: texts.map((text, index) => ({ number: index + 1, title: text, summary: text })),
  };
}
