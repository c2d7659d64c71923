import {
  cancelEvent,
  changeEvent,
  createEvent,
  fits,
  getManagedEvent,
  type EventChange,
  type EventInput,
  type EventReceipt,
  type ManagedEvent,
} from '@huddlekit/contract';
import { credited } from './credit.ts';
import {
  connect,
  type CallOptions,
  type HubOptions,
  type VersionedChange,
  type WriteOptions,
} from './connection.ts';
import { sendPatiently } from './patient.ts';
import { newIdempotencyKey } from './idempotency-key.ts';

/** What a host may ask of a hub. */
export interface HostClient {
  readonly events: {
    /**
     * Sends an event. It is public only after the host followed the mailed link and a moderator approved it.
     * @throws ValidationError
     * @example
     * const { commitments } = await client.campaign.get();
     * const { id, status } = await host.events.create({
     *   kind: 'huddle',
     *   title: 'Soup and signs',
     *   timezone: 'America/Chicago',
     *   timeslots: [{ startDate: new Date(Date.now() + 7 * 86_400_000).toISOString() }],
     *   location: { kind: 'home', addressLines: ['2417 Quillfeather Avenue'], postalCode: '60647' },
     *   host: { givenName: 'Rosa', email: 'rosa@example.org' },
     *   commitments: commitments.map(({ id, version }) => ({ id, version })),
     * });
     * console.log(id, status);
     */
    create(input: EventInput, options?: WriteOptions): Promise<EventReceipt>;
    /**
     * The host's own event with its true address, by the token of the manage link.
     * @example
     * const { location, attendanceCounts } = await host.events.get(hosted.id, hosted.token);
     * console.log(location?.addressLines[0], attendanceCounts.confirmed);
     */
    get(id: string, token: string, options?: CallOptions): Promise<ManagedEvent>;
    /**
     * Changes the event. Text, place and time of a public one wait in `pendingChange` for a moderator; the rest holds
     * at once. The waiting line moves up into new seats, and nobody loses one.
     * @throws ValidationError, or ConflictError with the code `version_mismatch` where it was changed meanwhile: get it
     * again
     * @example
     * const { version } = await host.events.get(hosted.id, hosted.token);
     * const changed = await host.events.change(hosted.id, hosted.token, { version, capacity: 25 });
     * console.log(changed.capacity);
     */
    change(
      id: string,
      token: string,
      change: VersionedChange<EventChange>,
      options?: WriteOptions,
    ): Promise<ManagedEvent>;
    /**
     * Cancels the event and tells everybody who is coming.
     * @example
     * await host.events.cancel(hosted.id, hosted.token);
     */
    cancel(id: string, token: string, options?: CallOptions): Promise<void>;
  };
}

/**
 * Makes a host's client of a hub.
 * @throws TypeError when `hub` isn't an address
 * @example
 * const host = createHostClient({ hub: 'https://hub.example.org', partner: 'lakefront-neighbors' });
 */
export function createHostClient(options: HubOptions): HostClient {
  const connection = connect(options, (sending) => sendPatiently(sending), fits);
  return {
    events: {
      create: (input, { idempotencyKey = newIdempotencyKey(), ...call } = {}) =>
        connection.call(createEvent, {
          ...call,
          body: credited(input, connection.partner),
          idempotencyKey,
        }),
      get: (id, token, call = {}) => connection.call(getManagedEvent, { ...call, parameters: { id }, token }),
      change: (id, token, { version, ...body }, { idempotencyKey = newIdempotencyKey(), ...call } = {}) =>
        connection.call(changeEvent, { ...call, parameters: { id }, token, version, body, idempotencyKey }),
      cancel: (id, token, call = {}) => connection.call(cancelEvent, { ...call, parameters: { id }, token }),
    },
  };
}
