import type { Hub } from '../hub.ts';
import { compose } from './compose.ts';
import type { LeasedMail } from './outbox.ts';
import { createTransport, type Transport } from './transport.ts';

/** Milliseconds between two looks at the outbox. */
const pause = 250;
const lease = 120_000;
const batch = 20;

/** The mails' way out of a running hub. */
export interface Delivery {
  /** Finishes the mail under way. */
  stop(): Promise<void>;
}

/** Sends the outbox's mails as they come, one after the other, until stopped. `fail` hears of each that must wait. */
export function startDelivery(
  hub: Hub,
  fail: (error: unknown, mailId: string) => void = () => undefined,
): Delivery {
  const transport = createTransport(hub.settings);
  const stopping = new AbortController();
  const running = deliver(hub, transport, stopping.signal, fail);
  return {
    async stop() {
      stopping.abort();
      await running;
      transport.close();
    },
  };
}

async function deliver(
  hub: Hub,
  transport: Transport,
  signal: AbortSignal,
  fail: (error: unknown, mailId: string) => void,
): Promise<void> {
  while (!signal.aborted) {
    const mails = await hub.outbox.lease(batch, lease).catch((error: unknown) => {
      fail(error, '');
      return [];
    });
    for (const mail of mails) {
      if (signal.aborted) break;
      await send(hub, transport, mail, fail);
    }
    if (mails.length === 0) await sleep(pause, signal);
  }
}

async function send(
  hub: Hub,
  transport: Transport,
  mail: LeasedMail,
  fail: (error: unknown, mailId: string) => void,
): Promise<void> {
  try {
    const message = await compose(hub, mail);
    if (message) await transport.send(message);
    await hub.outbox.complete(mail.id);
  } catch (error) {
    fail(error, mail.id);
    // Doubling waits from 30 seconds to 6 hours: a mail server that is down is asked again, but not harried.
    await hub.outbox
      .retry(mail.id, Math.min(6 * 3_600_000, 15_000 * 2 ** mail.attempts))
      .catch(() => undefined);
  }
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
