import type { Platform } from '../platform.ts';
import { callsPerSecond } from '../rate-limit.ts';
import { ActionNetworkError, failed, found } from './answer.ts';
import { attendancesOf } from './attendances.ts';
import { idOf, type ActionNetworkEvent, type ActionNetworkEventCampaign } from './event.ts';
import { actionNetworkEventCampaigns, actionNetworkEvents } from './events.ts';
import { filterOf } from './filter.ts';
import { collection, resource } from './hal.ts';
import { campaignAt, entryPoint, eventAt } from './resources.ts';

export interface ActionNetworkOptions {
  /** All events of the group; 60 around Chicago and Duluth where left out. */
  readonly events?: readonly ActionNetworkEvent[];
  readonly eventCampaigns?: readonly ActionNetworkEventCampaign[];
  /** API keys of the group; `harbor-key` where left out. */
  readonly keys?: readonly string[];
  /** The platform's clock, milliseconds since 1970. One that stands still never ends the second of the rate limit. */
  readonly now?: () => number;
  /** False lets more than 4 calls a second through. */
  readonly rateLimit?: boolean;
}

const callsASecond = 4;
const campaignFields = ['identifier', 'created_date', 'modified_date', 'origin_system', 'title'];
const eventFields = [...campaignFields, 'start_date', 'end_date'];
const attendanceFields = ['identifier', 'created_date', 'modified_date'];

/** What pages of other origins are let do: send an RSVP without a key. */
const openToPages = { 'access-control-allow-origin': '*' };
const preflight = {
  ...openToPages,
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'content-type',
};

/**
 * Action Network API v2 with made-up events and event campaigns. It keeps the platform's rules: nothing is read
 * without a key, pages of 25 whose last link leads past the end, local times with a `Z`, and RSVPs without a key that
 * are answered alike whether they count or not.
 * @example
 * const actionNetwork = actionNetworkServer();
 * const server = setupServer(http.all('https://actionnetwork.org/api/*', ({ request }) => actionNetwork(request)));
 */
export function actionNetworkServer({
  now = Date.now,
  events = actionNetworkEvents(now()),
  eventCampaigns = actionNetworkEventCampaigns(now()),
  keys = ['harbor-key'],
  rateLimit = true,
}: ActionNetworkOptions = {}): Platform {
  const allows = rateLimit ? callsPerSecond(callsASecond, now) : () => true;
  const attendances = attendancesOf(now);

  function listEvents(base: string, address: URL, campaign?: string): Response {
    const list = events
      .filter((event) => campaign === undefined || event['action_network:event_campaign_id'] === campaign)
      .filter(filterOf(address, eventFields))
      .map((event) => eventAt(base, event, attendances.of(idOf(event)).length));
    return found(collection('osdi:events', list, address));
  }

  function listCampaigns(base: string, address: URL): Response {
    const list = eventCampaigns
      .filter(filterOf(address, campaignFields))
      .map((campaign) => campaignAt(base, campaign));
    return found(collection('action_network:event_campaigns', list, address));
  }

  function listAttendances(base: string, address: URL, id: string): Response {
    const self = `${base}/events/${id}`;
    const list = attendances
      .of(id)
      .filter(filterOf(address, attendanceFields))
      .map((one) => resource(one, `${self}/attendances/${idOf(one)}`, { 'osdi:event': self }));
    return found(collection('osdi:attendances', list, address));
  }

  function checkKey(request: Request): void {
    const key = request.headers.get('osdi-api-token');
    if (key === null || !keys.includes(key))
      throw new ActionNetworkError(403, `API Key invalid or not present: ${key ?? ''}`);
  }

  function read(request: Request, address: URL, path: string): Response {
    const base = `${address.origin}/api/v2`;
    if (path === '') return found(entryPoint(base));
    checkKey(request);
    const [, name, id, part] = /^\/(events|event_campaigns)(?:\/([\w-]+)(?:\/(\w+))?)?$/.exec(path) ?? [];
    if (name === undefined) throw notFound();
    if (id === undefined) return name === 'events' ? listEvents(base, address) : listCampaigns(base, address);
    if (name === 'events') {
      const event = events.find((one) => idOf(one) === id);
      if (event && part === undefined) return found(eventAt(base, event, attendances.of(id).length));
      if (event && part === 'attendances') return listAttendances(base, address, id);
    } else {
      const campaign = eventCampaigns.find((one) => idOf(one) === id);
      if (campaign && part === undefined) return found(campaignAt(base, campaign));
      if (campaign && part === 'events') return listEvents(base, address, id);
    }
    throw notFound();
  }

  /** Without a key the answer never tells whether it counted; with one, an empty answer means it didn't. */
  async function attend(request: Request, eventId: string): Promise<Response> {
    const isBlind = !request.headers.has('osdi-api-token');
    if (!isBlind) checkKey(request);
    const isKnown = events.some((event) => idOf(event) === eventId);
    const attendance = isKnown ? await attendances.record(eventId, request) : undefined;
    return Response.json(isBlind ? {} : (attendance ?? {}), { headers: openToPages });
  }

  async function answer(request: Request): Promise<Response> {
    const address = new URL(request.url);
    const path = /^\/api\/v2(\/.*)?$/.exec(address.pathname.replace(/\/$/, ''));
    if (!path) throw notFound();
    const rsvp = /^\/events\/([\w-]+)\/attendances$/.exec(path[1] ?? '');
    if (rsvp && request.method === 'OPTIONS') return new Response(null, { status: 204, headers: preflight });
    if (!allows()) throw new ActionNetworkError(429, 'Rate limit exceeded');
    if (rsvp?.[1] !== undefined && request.method === 'POST') return attend(request, rsvp[1]);
    if (request.method !== 'GET') throw notFound();
    return read(request, address, path[1] ?? '');
  }

  return async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      if (error instanceof ActionNetworkError) return failed(error);
      throw error;
    }
  };
}

function notFound(): ActionNetworkError {
  return new ActionNetworkError(404, 'Not found');
}
