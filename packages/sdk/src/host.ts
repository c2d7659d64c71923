import {
  cancelEvent,
  createEvent,
  getManagedEvent,
  type EventInput,
  type EventReceipt,
  type ManagedEvent,
} from '@huddlekit/contract';
import { credited } from './credit.ts';
import { connect, type CallOptions, type HubOptions, type WriteOptions } from './connection.ts';
import { sendPatiently } from './patient.ts';
import { newIdempotencyKey } from './idempotency-key.ts';

/** What a host may ask of a hub. */
export interface HostClient {
  readonly events: {
    /**
     * Sends an event. It is public only after the host followed the mailed link and a moderator approved it.
     * @throws ValidationError
     */
    create(input: EventInput, options?: WriteOptions): Promise<EventReceipt>;
    /** The host's own event with its true address, by the token of the manage link. */
    get(id: string, token: string, options?: CallOptions): Promise<ManagedEvent>;
    /** Cancels the event and tells everybody who is coming. */
    cancel(id: string, token: string, options?: CallOptions): Promise<void>;
  };
}

/** Makes a host's client of a hub. */
export function createHostClient(options: HubOptions): HostClient {
  const connection = connect(options, (sending) => sendPatiently(sending));
  return {
    events: {
      create: (input, { idempotencyKey = newIdempotencyKey(), ...call } = {}) =>
        connection.call(createEvent, {
          ...call,
          body: credited(input, connection.partner),
          idempotencyKey,
        }),
      get: (id, token, call = {}) => connection.call(getManagedEvent, { ...call, parameters: { id }, token }),
      cancel: (id, token, call = {}) => connection.call(cancelEvent, { ...call, parameters: { id }, token }),
    },
  };
}
