import type { Platform } from '../platform.ts';
import { callsPerSecond } from '../rate-limit.ts';
import { failed, found, foundPage, MobilizeError } from './answer.ts';
import { mobilizeEnums } from './enums.ts';
import type { DeletedMobilizeEvent, MobilizeEvent, MobilizeOrganization } from './event.ts';
import { deletedMobilizeEvents, mobilizeEvents, mobilizePromotions } from './events.ts';
import { harborAllies, lakefrontNeighbors } from './organizations.ts';
import { pageOf } from './page.ts';
import { integerIn } from './parameters.ts';
import { allowedIn, isSearch, matching } from './search.ts';
import { visibleTo } from './visible.ts';

export interface MobilizeOptions {
  /** All events as their owners see them; 60 around Chicago and Duluth where left out. */
  readonly events?: readonly MobilizeEvent[];
  /** Those that are there without an event as well; 4242 and 4343 where left out. */
  readonly organizations?: readonly MobilizeOrganization[];
  readonly deleted?: readonly DeletedMobilizeEvent[];
  /** Ids of events of others that an organization shows in its feed, by the id of that organization. */
  readonly promotions?: Readonly<Record<number, readonly number[]>>;
  /** Ids of organizations by their API key; `lakefront-key` is that of 4242 where left out. */
  readonly keys?: Readonly<Record<string, number>>;
  /** The platform's clock, milliseconds since 1970. One that stands still never ends the second of the rate limit. */
  readonly now?: () => number;
  /** False lets more than 15 calls a second through. */
  readonly rateLimit?: boolean;
}

/** The organization whose feed is everything public. */
const everybody = 1;
const callsASecond = 15;

/**
 * Mobilize API v1 with made-up events: what anybody may read, and what an organization's key shows besides. It keeps
 * the platform's rules on keys, private addresses, cursors, limits and other origins.
 * @example
 * const mobilize = mobilizeServer();
 * const server = setupServer(http.all('https://api.mobilize.us/*', ({ request }) => mobilize(request)));
 */
export function mobilizeServer({
  now = Date.now,
  events = mobilizeEvents(now()),
  organizations = [lakefrontNeighbors, harborAllies],
  deleted = deletedMobilizeEvents(now()),
  promotions = mobilizePromotions,
  keys = { 'lakefront-key': 4242 },
  rateLimit = true,
}: MobilizeOptions = {}): Platform {
  const allows = rateLimit ? callsPerSecond(callsASecond, now) : () => true;
  const sponsors = [...organizations, ...events.map(({ sponsor }) => sponsor)];
  const known = new Map(sponsors.map((organization) => [organization.id, organization]));

  function askerOf(request: Request): number | undefined {
    const header = request.headers.get('authorization');
    if (header === null) return undefined;
    const key = /^Bearer (\S+)$/.exec(header)?.[1] ?? '';
    if (!Object.hasOwn(keys, key)) throw new MobilizeError(403, { detail: ['Invalid API key.'] });
    return keys[key];
  }

  function feedOf(id: number): readonly MobilizeEvent[] {
    if (id === everybody) return events;
    if (!known.has(id)) throw notFound();
    const promoted = promotions[id] ?? [];
    return events.filter((event) => event.sponsor.id === id || promoted.includes(event.id));
  }

  // What others keep private stays so, also where this organization promotes it.
  function eventOf(organization: number, id: number, asker: number | undefined): Response {
    const event = feedOf(organization).find((one) => one.id === id);
    if (!event || !mayBeSeen(event, asker)) throw notFound();
    return found('public_organization_event', visibleTo(asker, event));
  }

  function listEvents(organization: number, address: URL, asker: number | undefined): Response {
    const hasRights = asker === organization;
    const feed = feedOf(organization).filter((event) => mayBeSeen(event, asker));
    const list = matching(feed, { address, now: now(), hasRights }).map((event) => visibleTo(asker, event));
    return foundPage('public_organization_events', pageOf(list, address, isSearch(address)));
  }

  function listDeleted(organization: number, address: URL, asker: number | undefined): Response {
    feedOf(organization);
    const since = integerIn(address, 'updated_since') ?? 0;
    const rights = { choices: mobilizeEnums.visibility, hasRights: asker === organization };
    const visibility = allowedIn(address, 'visibility', rights);
    const rows = deleted
      .filter((row) => organization === everybody || row.organization_id === organization)
      .filter((row) => row.deleted_date >= since && visibility.includes(row.visibility))
      .map(({ id, deleted_date }) => ({ id, deleted_date }));
    return foundPage('public_organization_deleted_events', pageOf(rows, address));
  }

  function listOrganizations(address: URL): Response {
    const since = integerIn(address, 'updated_since') ?? 0;
    const list = [...known.values()].filter(({ modified_date }) => modified_date >= since);
    return foundPage('public_organizations', pageOf(list, address));
  }

  function answer(request: Request): Response {
    const address = new URL(request.url);
    if (!allows()) throw new MobilizeError(429, { detail: ['Request was throttled.'] });
    const asker = askerOf(request);
    const path = address.pathname.replace(/\/$/, '');
    if (path === '/v1/enums') return found('public_enums', mobilizeEnums);
    if (path === '/v1/organizations') return listOrganizations(address);
    const [, organization, rest] =
      /^\/v1\/organizations\/(\d{1,15})\/events(?:\/(deleted|\d{1,15}))?$/.exec(path) ?? [];
    if (organization === undefined) throw notFound();
    const id = Number(organization);
    if (rest === undefined) return listEvents(id, address, asker);
    return rest === 'deleted' ? listDeleted(id, address, asker) : eventOf(id, Number(rest), asker);
  }

  return async (request) => {
    // Without an answer to what browsers ask beforehand, a page that sends a header of its own fails.
    if (request.method !== 'GET')
      return Response.json(
        { data: null, error: { detail: [`Method "${request.method}" not allowed.`] } },
        { status: 405 },
      );
    try {
      return answer(request);
    } catch (error) {
      if (error instanceof MobilizeError) return failed(error);
      throw error;
    }
  };
}

function mayBeSeen({ visibility, approval_status, sponsor }: MobilizeEvent, asker?: number): boolean {
  return (visibility === 'PUBLIC' && approval_status === 'APPROVED') || sponsor.id === asker;
}

function notFound(): MobilizeError {
  return new MobilizeError(404, { detail: ['Not found.'] });
}
