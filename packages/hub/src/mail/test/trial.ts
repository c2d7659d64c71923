import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openHub, type Hub } from '../../hub.ts';
import { seededRandom } from '../../sample/seeded-random.ts';
import { addEvent, newKey, rsvpTo } from '../../server/test-hub.test-helper.ts';
import { settingsFrom } from '../../settings.ts';
import type { OutboxWrite } from '../outbox.ts';
import { everyFault, startFaultyServer, type Copy, type FaultyServer } from './faulty-server.ts';
import { hurried, startSender, type SenderProcess } from './sender-process.ts';

export interface TrialOptions {
  readonly people: number;
  readonly kills: number;
  readonly seed: number;
  readonly outboxWrite?: OutboxWrite;
  readonly tell?: (line: string) => void;
}

export interface Trial {
  readonly confirmed: number;
  readonly copies: number;
  readonly happened: FaultyServer['happened'];
  /** Mails that came more than once as nobody could know whether they had come. */
  readonly unknown: { readonly afterDrop: number; readonly afterKill: number };
  /** What must not be. */
  readonly faults: readonly string[];
}

/** RSVPs that are sent at the same time. */
const atOnce = 16;

/**
 * Two hubs on one database take RSVPs and send their mails over a server that fails, while one after the other of
 * them is killed; then everything is counted.
 */
export async function holdTrial({
  people,
  kills,
  seed,
  outboxWrite = 'with-effect',
  tell = () => undefined,
}: TrialOptions): Promise<Trial> {
  const folder = mkdtempSync(join(tmpdir(), 'huddlekit-mail-'));
  const random = seededRandom(seed);
  const server = await startFaultyServer(random, everyFault, hurried.lease + 2_000);
  const killed = new Set<string>();
  let senders = 0;
  const start = async (): Promise<SenderProcess & { readonly name: string }> => {
    const name = `hub-${String(++senders)}`;
    return { name, ...(await startSender(folder, server.url(name), outboxWrite)) };
  };
  try {
    // Migrates the database and puts the event up before the two share them.
    const observer = openHub(settingsFrom({ HUDDLEKIT_DATA: folder }));
    const event = await addEvent(observer, 'trial');
    const hubs = await Promise.all([start(), start()]);
    let turn = 0;
    /** Asks one hub after the other, as a client does whose request gets no answer: with the same key. */
    const rsvp = async (email: string): Promise<void> => {
      const order = { eventId: event.id, key: newKey(), request: rsvpTo(event, email) };
      while (!(await hubs[turn++ % hubs.length]?.rsvp(order))) await wait(50);
    };

    for (let round = 0; round <= kills; round++) {
      const emails = emailsOf(round, people, kills);
      const killAt = random.whole(1, emails.length - 1);
      let taken = 0;
      const send = async (): Promise<void> => {
        for (let email = emails.pop(); email !== undefined; email = emails.pop()) {
          await rsvp(email);
          if (++taken !== killAt || round === kills) continue;
          const index = round % hubs.length;
          const hub = hubs[index];
          if (!hub) continue;
          await hub.kill();
          killed.add(hub.name);
          hubs[index] = await start();
        }
      };
      await Promise.all(Array.from({ length: atOnce }, send));
      tell(`${String(killed.size)} kills, ${String(server.copies.length)} mails`);
    }
    await untilSent(observer);
    const confirmed = await confirmedIn(observer);
    await Promise.all(hubs.map((hub) => hub.kill()));
    await observer.close();
    return { ...judge(confirmed, server.copies, killed), happened: server.happened };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

function emailsOf(round: number, people: number, kills: number): string[] {
  const first = Math.floor((people * round) / (kills + 1));
  const next = Math.floor((people * (round + 1)) / (kills + 1));
  return Array.from({ length: next - first }, (_, index) => `p${String(first + index)}@example.org`);
}

async function untilSent({ outbox }: Hub): Promise<void> {
  // The first wait is for mails that are stored after their effect.
  do {
    await wait(200);
  } while ((await outbox.state()).waiting > 0);
}

/** The mailboxes of everybody who is confirmed. */
async function confirmedIn({ storage, attendances }: Hub): Promise<string[]> {
  const rows = await storage.read
    .selectFrom('attendances')
    .select('id')
    .where('status', '=', 'confirmed')
    .execute();
  const found = await Promise.all(rows.map(({ id }) => attendances.find(id)));
  return found.flatMap((attendance) => (attendance ? [attendance.person.email] : []));
}

/** Each person has one mail, and a second copy only of one whose first nobody could know of. */
function judge(
  confirmed: readonly string[],
  copies: readonly Copy[],
  killed: ReadonlySet<string>,
): Omit<Trial, 'happened'> {
  const faults: string[] = [];
  const unknown = { afterDrop: 0, afterKill: 0 };
  const afterKills = new Map<string, number>();
  const byPerson = Map.groupBy(copies, ({ to }) => to);
  for (const email of confirmed) {
    const own = byPerson.get(email) ?? [];
    if (own.length === 0) faults.push(`${email} is confirmed and has no mail`);
    const ids = new Set(own.map(({ messageId }) => messageId));
    if (ids.size > 1) faults.push(`${email} has mails with ${String(ids.size)} ids`);
    for (const [index, later] of own.slice(1).entries()) {
      const earlier = own[index];
      if (!earlier?.isAnswered) unknown.afterDrop++;
      else if (killed.has(earlier.sender) && later.sender !== earlier.sender) {
        unknown.afterKill++;
        afterKills.set(earlier.sender, (afterKills.get(earlier.sender) ?? 0) + 1);
      } else faults.push(`${email} has the mail of ${earlier.sender} again from ${later.sender}`);
    }
  }
  for (const [sender, count] of afterKills)
    if (count > hurried.atOnce)
      faults.push(`${sender} left ${String(count)} mails unknown, more than it had under way`);
  return { confirmed: confirmed.length, copies: copies.length, unknown, faults };
}
