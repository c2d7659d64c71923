import type { CoHost } from '../../events/co-hosts.ts';
import type { HubOptions } from '../../hub.ts';
import { registerPages } from '../../pages/pages.ts';
import { patch, startTestHub, type TestHub } from '../../server/test-hub.test-helper.ts';
import { sentMails, type Guest, type SentMail } from '../people.ts';
import { newStreet, oldStreet, stage, type Release, type Scene, type State } from './home-scene.ts';

const day = 86_400_000;

/** `old` is the address that holds, `both` that one and the one that waits for a moderator; `none` asked nothing. */
export type Sight = 'no' | 'old' | 'new' | 'both' | 'none';

export interface Sighting {
  readonly role: string;
  readonly surface: string;
  readonly sight: Sight;
}

type Guard = Pick<HubOptions, 'addressRule'>;

/** Everybody looks at everything they can reach of one home; answers who found its street. */
export async function lookAround(release: Release, state: State, guard: Guard = {}): Promise<Sighting[]> {
  const start = Date.UTC(2027, 2, 17, 15);
  let clock = start - 7 * day;
  await using server = await startTestHub({ ...guard, now: () => clock, pages: registerPages });
  const scene = await stage(server, release, state, (time) => (clock = start + time));
  const mails = await written(server, 'mails', async () => sentMails(server));
  const sightings: Sighting[] = [];
  for (const { role, surface, look } of views(server, scene, mails)) {
    const texts = await (surface === 'mails' ? look() : written(server, `${role}, ${surface}`, look));
    sightings.push({ role, surface, sight: texts.length === 0 ? 'none' : sightIn(texts.join('\n')) });
  }
  return sightings;
}

/** Looks, and sees that each text with an address was written down as a read. */
async function written<Text extends string | SentMail>(
  server: TestHub,
  name: string,
  look: () => Promise<Text[]>,
): Promise<Text[]> {
  const before = await addressReads(server);
  const texts = await look();
  const shown = texts.filter(
    (text) => sightIn(typeof text === 'string' ? text : JSON.stringify(text)) !== 'no',
  );
  if ((await addressReads(server)) - before < shown.length)
    throw new Error(`${name}: a read of the address was not written down`);
  return texts;
}

function sightIn(text: string): Sight {
  const [sawOld, sawNew] = [oldStreet, newStreet].map((street) => text.includes(street));
  if (sawOld) return sawNew ? 'both' : 'old';
  return sawNew ? 'new' : 'no';
}

async function addressReads({ hub }: TestHub): Promise<number> {
  const rows = await hub.storage.read
    .selectFrom('audit')
    .select('id')
    .where('act', '=', 'read-address')
    .execute();
  return rows.length;
}

interface View {
  readonly role: string;
  readonly surface: string;
  /** Everything that is seen there; nothing where there is no such thing in this state. */
  look(): Promise<string[]>;
}

function views(
  server: TestHub,
  { id, coming, waiting, cancelled, approved, invited, accepted, other }: Scene,
  mails: readonly SentMail[],
): View[] {
  const { hub, url } = server;
  const read = async (path: string, token = ''): Promise<string> => {
    const headers = { 'accept-encoding': 'identity', ...(token && { authorization: `Bearer ${token}` }) };
    return (await fetch(url + path, { headers })).text();
  };
  const all = (paths: readonly string[], token?: string) => () =>
    Promise.all(paths.map((path) => read(path, token)));
  const link = (guest: Guest | undefined): string =>
    hub.tokens.sign('attendance-mail', guest?.id ?? 'A'.repeat(22), 1);
  const page = (guest: Guest | undefined) => all(guest ? [`/manage/${link(guest)}`] : []);
  const json = (guest: Guest | undefined) =>
    all(guest ? [`/v1/manage/attendances/${guest.id}`] : [], link(guest));
  const mailsTo = (email: string | undefined) => async () =>
    mails.filter(({ message }) => message.to.address === email).map((mail) => JSON.stringify(mail));
  const coHostToken = (coHost: CoHost | undefined): string =>
    hub.tokens.sign('co-host', coHost?.id ?? 'A'.repeat(22), 1);
  const otherPages = ['guests', 'message', 'co-hosts', 'link', 'cancel'];
  const hostToken = hub.tokens.sign('event', id, 1);
  const guests = coming && waiting ? [coming, waiting] : [];
  return [
    { role: 'visitor', surface: 'lists, pins, counts, feeds, calendar, pages', look: all(publicPaths(id)) },
    {
      role: 'moderator',
      surface: 'review queue',
      look: async () => [JSON.stringify(await hub.events.reviewQueue())],
    },
    { role: 'guest, confirmed', surface: 'mails', look: mailsTo(coming?.email) },
    { role: 'guest, confirmed', surface: 'page by the mailed link', look: page(coming) },
    { role: 'guest, confirmed', surface: 'JSON by the mailed link', look: json(coming) },
    {
      role: 'guest, mailbox unconfirmed',
      surface: 'page by the link in the answer',
      look: all(coming ? [coming.formLink] : []),
    },
    {
      role: 'guest, mailbox unconfirmed',
      surface: 'JSON by the link in the answer',
      look: all(coming ? [`/v1/manage/attendances/${coming.id}`] : [], coming?.formLink.split('/').at(-1)),
    },
    { role: 'guest, approved by the host', surface: 'mails', look: mailsTo(approved?.email) },
    { role: 'guest, approved by the host', surface: 'page by the mailed link', look: page(approved) },
    { role: 'guest, approved by the host', surface: 'JSON by the mailed link', look: json(approved) },
    { role: 'guest, waitlisted', surface: 'mails', look: mailsTo(waiting?.email) },
    { role: 'guest, waitlisted', surface: 'page by the mailed link', look: page(waiting) },
    { role: 'guest, cancelled', surface: 'mails', look: mailsTo(cancelled?.email) },
    { role: 'guest, cancelled', surface: 'page by the mailed link', look: page(cancelled) },
    { role: 'host', surface: 'mails', look: mailsTo('rosa@zimmerquist.example') },
    { role: 'host', surface: 'manage page', look: all([`/manage/${hostToken}`]) },
    { role: 'host', surface: 'page to change it', look: all([`/manage/${hostToken}/edit`]) },
    {
      role: 'host',
      surface: 'pages of guests, message, co-hosts, link, cancelling',
      look: all(otherPages.map((name) => `/manage/${hostToken}/${name}`)),
    },
    { role: 'co-host, invited', surface: 'mails', look: mailsTo(invited?.email) },
    {
      role: 'co-host, invited',
      surface: 'page and managed JSON',
      look: invited
        ? async () => [
            await read(`/manage/${coHostToken(invited)}`),
            await read(`/manage/${coHostToken(invited)}/edit`),
            await read(`/v1/manage/events/${id}`, coHostToken(invited)),
          ]
        : all([]),
    },
    { role: 'co-host, accepted', surface: 'mails', look: mailsTo(accepted?.email) },
    {
      role: 'co-host, accepted',
      surface: 'manage page',
      look: all(accepted ? [`/manage/${coHostToken(accepted)}`] : []),
    },
    {
      role: 'co-host, accepted',
      surface: 'managed JSON',
      look: all(accepted ? [`/v1/manage/events/${id}`] : [], coHostToken(accepted)),
    },
    { role: 'host', surface: 'managed JSON', look: all([`/v1/manage/events/${id}`], hostToken) },
    {
      role: 'host of another event',
      surface: 'managed JSON and page',
      look: async () => [
        await read(`/v1/manage/events/${id}`, other.hostToken),
        await read(`/manage/${other.hostToken}`),
        JSON.stringify(await patch(`${url}/v1/manage/events/${id}`, other.hostToken, '*', { capacity: 3 })),
      ],
    },
    {
      role: 'guest of another event',
      surface: 'JSON of these guests and own page',
      look: async () => [
        await read(`/manage/${other.guestToken}`),
        await read(`/v1/manage/events/${id}`, other.guestToken),
        ...(await Promise.all(
          guests.map((guest) => read(`/v1/manage/attendances/${guest.id}`, other.guestToken)),
        )),
      ],
    },
  ];
}

function publicPaths(id: string): string[] {
  return [
    '/',
    '/v1/campaign',
    '/v1/events?limit=100',
    '/v1/events?q=quillfeather&from=2020-01-01T00:00:00Z',
    '/v1/events?near=41.92,-87.70&within=3000&order=distance&from=2020-01-01T00:00:00Z',
    '/v1/pins',
    '/v1/counts',
    '/feeds/events.ics',
    '/feeds/events.geojson',
    '/feeds/events.json?near=41.92,-87.70&within=3000',
    `/v1/events/${id}`,
    `/v1/events/${id}/calendar.ics`,
    `/v1/manage/events/${id}`,
    `/e/${id}`,
    `/e/${id}?lang=es`,
  ];
}
