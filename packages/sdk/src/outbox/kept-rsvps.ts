import type { RsvpInWaiting } from './queued-rsvp.ts';

/** What an outbox needs of a browser's storage. */
export type OutboxStorage = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

interface KeptRsvp extends RsvpInWaiting {
  readonly hub: string;
}

// An entry of its own for each, so that tabs that write at once don't undo each other.
const prefix = 'huddlekit-outbox:';

/** The RSVPs to one hub that stay on the device. Where a browser blocks storage, even asking for it throws. */
export function keptRsvps(hub: string, storage: () => OutboxStorage) {
  function read(idempotencyKey: string): KeptRsvp | undefined {
    try {
      const kept: unknown = JSON.parse(storage().getItem(prefix + idempotencyKey) ?? 'null');
      return isKept(kept) ? kept : undefined;
    } catch {
      return undefined;
    }
  }

  return {
    read,
    /** Keys of all that wait for this hub. */
    keys(): string[] {
      try {
        const place = storage();
        const names = Array.from({ length: place.length }, (_, index) => place.key(index) ?? '');
        return names
          .filter((name) => name.startsWith(prefix))
          .map((name) => name.slice(prefix.length))
          .filter((key) => read(key)?.hub === hub);
      } catch {
        return [];
      }
    },
    /** Answers false where the browser doesn't let it. */
    write(rsvp: RsvpInWaiting): boolean {
      const { idempotencyKey, eventId, input, madeAt } = rsvp;
      try {
        storage().setItem(
          prefix + idempotencyKey,
          JSON.stringify({ hub, idempotencyKey, eventId, input, madeAt }),
        );
        return true;
      } catch {
        return false;
      }
    },
    remove(idempotencyKey: string): void {
      try {
        storage().removeItem(prefix + idempotencyKey);
      } catch {
        // A browser without storage has kept nothing.
      }
    },
  };
}

function isKept(value: unknown): value is KeptRsvp {
  const { hub, idempotencyKey, eventId, input, madeAt } = (value ?? {}) as Partial<KeptRsvp>;
  return (
    [hub, idempotencyKey, eventId].every((text) => typeof text === 'string') &&
    typeof input === 'object' &&
    typeof madeAt === 'number'
  );
}
