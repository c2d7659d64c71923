import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { AttendanceInput, z } from '@huddlekit/contract';
import { openHub } from '../../hub.ts';
import { settingsFrom } from '../../settings.ts';
import { startDelivery } from '../delivery.ts';
import type { OutboxWrite } from '../outbox.ts';
import { usualTempo, type Tempo } from '../tempo.ts';

/** As a running hub's, but hurried, so that a trial sees leases end and mails tried again. */
export const hurried: Tempo = { ...usualTempo, pause: 50, lease: 30_000, firstWait: 400, longestWait: 2_000 };

const script = fileURLToPath(import.meta.url);
const Order = z.object({
  number: z.number(),
  eventId: z.string(),
  key: z.string(),
  request: AttendanceInput,
});
export type Order = z.input<typeof Order>;

/** A hub in a process of its own that takes RSVPs and sends their mails. */
export interface SenderProcess {
  /** Resolves once the RSVP is acknowledged; false where the process ended before. */
  rsvp(order: Omit<Order, 'number'>): Promise<boolean>;
  kill(): Promise<void>;
}

export async function startSender(
  folder: string,
  smtpUrl: string,
  outboxWrite: OutboxWrite,
): Promise<SenderProcess> {
  const child = spawn(
    process.execPath,
    ['--conditions=@huddlekit/source', script, folder, smtpUrl, outboxWrite],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  const asked = new Map<number, (isTaken: boolean) => void>();
  const ended = once(child, 'exit').then(() => {
    for (const answer of asked.values()) answer(false);
  });
  await Promise.race([once(child, 'message'), ended.then(() => Promise.reject(new Error('The hub ended')))]);
  child.on('message', (number: number) => {
    asked.get(number)?.(true);
    asked.delete(number);
  });
  let orders = 0;
  return {
    rsvp: (order) =>
      new Promise((resolve) => {
        const number = orders++;
        asked.set(number, resolve);
        child.send({ ...order, number }, (error) => {
          if (error) resolve(false);
        });
      }),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

if (process.argv[1] === script) {
  const [, , folder = '', smtpUrl = '', outboxWrite] = process.argv;
  const hub = openHub(settingsFrom({ HUDDLEKIT_DATA: folder, SMTP_URL: smtpUrl }), {
    outboxWrite: outboxWrite === 'after-effect' ? 'after-effect' : 'with-effect',
  });
  startDelivery(hub, undefined, hurried);
  process.on('message', (message) => {
    const { number, eventId, key, request } = Order.parse(message);
    void hub.attendances.create(eventId, request, key).then(() => process.send?.(number));
  });
  process.on('disconnect', () => process.exit());
  process.send?.('ready');
}
