import type { Hub } from '../hub.ts';
import { createBatches } from './batches.ts';
import { compose } from './compose.ts';
import type { LeasedMail } from './outbox.ts';
import { nextTry, usualTempo, type Tempo } from './tempo.ts';
import { createTransport } from './transport.ts';

/** The mails' way out of a running hub. */
export interface Delivery {
  /** Finishes the mails under way. */
  stop(): Promise<void>;
}

/** Hears of each mail that wasn't handed over, and whether it is given up; the id is empty where it's about none. */
export type OnFailure = (error: unknown, mailId: string, isGivenUp: boolean) => void;

/**
 * Sends the outbox's mails as they come, several at once, until stopped. Any number of processes may do so on one
 * database. A mail goes out twice only where nobody can know whether it did: the line broke or the process died
 * between its content and the note that the server took it. Both then have the same Message-ID.
 */
export function startDelivery(
  hub: Hub,
  fail: OnFailure = () => undefined,
  tempo: Tempo = usualTempo,
): Delivery {
  const { outbox, now } = hub;
  const transport = createTransport(hub.settings);
  const stopping = new AbortController();
  /** Mails on their way, with the instant until which no other process takes them. */
  const held = new Map<string, number>();
  const complete = createBatches<string>((ids) => outbox.complete(ids));

  const renewal = setInterval(() => {
    void renew().catch((error: unknown) => {
      fail(error, '', false);
    });
  }, tempo.lease / 4);

  async function renew(): Promise<void> {
    const ids = [...held.keys()];
    if (ids.length === 0) return;
    const until = now() + tempo.lease;
    await outbox.renew(ids, tempo.lease);
    for (const id of ids) if (held.has(id)) held.set(id, until);
  }

  async function send(mail: LeasedMail): Promise<void> {
    try {
      const message = await compose(hub, mail);
      // A process that slept has lost its mails to others.
      if ((held.get(mail.id) ?? 0) <= now()) return;
      if (message) await transport.send(message);
    } catch (error) {
      await postpone(mail, error);
      return;
    }
    await note(mail.id);
  }

  /** Notes that a mail went out, however often it takes: without it the mail would go out again. */
  async function note(id: string): Promise<void> {
    do {
      try {
        await complete(id);
        return;
      } catch (error) {
        fail(error, id, false);
      }
    } while (await goesOn(tempo.pause));
  }

  async function postpone(mail: LeasedMail, error: unknown): Promise<void> {
    const next = nextTry({ attempts: mail.attempts, age: now() - mail.createdAt }, error, tempo);
    fail(error, mail.id, next === 'never');
    // Where this isn't written the mail comes back when its lease ends.
    const written = next === 'never' ? outbox.giveUp(mail) : outbox.retry(mail, next);
    await written.catch((failure: unknown) => {
      fail(failure, mail.id, false);
    });
  }

  async function lease(): Promise<LeasedMail[]> {
    const until = now() + tempo.lease;
    try {
      const mails = await outbox.lease(tempo.atOnce - held.size, tempo.lease);
      for (const { id } of mails) held.set(id, until);
      return mails;
    } catch (error) {
      fail(error, '', false);
      return [];
    }
  }

  async function run(): Promise<void> {
    const underWay = new Set<Promise<void>>();
    while (!stopping.signal.aborted) {
      const mails = await lease();
      for (const mail of mails) {
        const sent = send(mail).finally(() => {
          held.delete(mail.id);
          underWay.delete(sent);
        });
        underWay.add(sent);
      }
      if (mails.length === 0) await goesOn(tempo.pause);
      // Half of them at a time, so that a slow one holds up nobody and the others are taken together.
      while (underWay.size > tempo.atOnce / 2) await Promise.race(underWay);
    }
    await Promise.all(underWay);
  }

  /** Waits; false where the hub stops. */
  function goesOn(milliseconds: number): Promise<boolean> {
    const { signal } = stopping;
    if (signal.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve(!signal.aborted);
      };
      const timer = setTimeout(done, milliseconds);
      signal.addEventListener('abort', done);
    });
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
      clearInterval(renewal);
      transport.close();
    },
  };
}
