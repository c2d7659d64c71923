import { inspect, isDeepStrictEqual } from 'node:util';
import type { Passage } from '@huddlekit/tools/lib/fault-proxy.mjs';
import { createClient } from '../../create-client.ts';
import { isHuddleError, isRateLimitedError } from '../../errors/guards.ts';
import type { Ledger } from './ledger.ts';
import type { Caller, Guest, Reader, Storm } from './storm.ts';

/** Where what was told and what is so differ. */
export interface Untruth {
  readonly rule: string;
  readonly who: string;
  readonly what: string;
}

type Report = (rule: string, who: string, what: string) => void;

/** What any storm is judged by; empty where all is well. */
export function untruthsOf(
  { guests, hosts, readers }: Storm,
  ledger: Ledger,
  passages: readonly Passage[],
  listed: readonly string[],
): Untruth[] {
  const untruths: Untruth[] = [];
  const report: Report = (rule, who, what) => untruths.push({ rule, who, what });
  const calls = Map.groupBy(passages, ({ subject }) => subject);

  checkOnce(guests, ledger.guests, ({ attendances: [own] }) => own?.id, calls, report);
  const people = Map.groupBy(ledger.guests, ({ emailHash }) => emailHash);
  for (const [first, ...others] of people.values()) {
    if (others.length > 0) report('once', first?.caller ?? '', 'has one e-mail on several rows');
  }
  checkSeats(ledger, report);
  checkAnswers(guests, ledger, report);

  checkOnce(hosts, ledger.huddles, ({ id }) => id, calls, report);
  for (const reader of readers) checkReading(reader, listed, report);
  for (const caller of [...guests, ...hosts, ...readers]) checkErrors(caller, calls, report);
  return untruths;
}

/** Every acknowledged wish is stored exactly once, every other one at most once, and never if it didn't arrive. */
function checkOnce<Data>(
  callers: readonly Caller<unknown, Data>[],
  stored: readonly { readonly id: string; readonly caller: string }[],
  idOf: (data: Data) => string | undefined,
  calls: ReadonlyMap<string, readonly Passage[]>,
  report: Report,
): void {
  const rowsByCaller = Map.groupBy(stored, ({ caller }) => caller);
  for (const caller of callers) {
    const rows = rowsByCaller.get(caller.name) ?? [];
    if (rows.length > 1) report('once', caller.name, `is stored ${String(rows.length)} times`);
    const answers = caller.told.flatMap(({ data }) => (data === undefined ? [] : [data]));
    for (const answer of answers) {
      if (!rows.some(({ id }) => id === idOf(answer)))
        report('kept', caller.name, 'was acknowledged, and what it was told of is not there');
    }
    if (answers.some((answer) => !isDeepStrictEqual(answer, answers[0])))
      report('same answer', caller.name, 'was told two different things');
    const hasArrived = caller.told.some(({ subject }) =>
      calls.get(subject)?.some(({ hasReachedServer }) => hasReachedServer),
    );
    if (!hasArrived && rows.length > 0) report('refused', caller.name, 'never reached the hub and is there');
  }
}

/** Seats go to parties in the order of their rows, and the counts of the timeslot are those of its rows. */
function checkSeats({ guests, slot }: Ledger, report: Report): void {
  let taken = 0;
  let waiting = 0;
  for (const { caller, guests: friends, status } of guests) {
    const due = waiting === 0 && taken + 1 + friends <= slot.capacity ? 'confirmed' : 'waitlisted';
    if (status !== due) report('order', caller, `is ${status} where ${due} is its due`);
    if (status === 'confirmed') taken += 1 + friends;
    else waiting += 1;
  }
  if (taken > slot.capacity) report('seats', 'the hall', `has ${String(taken)} seats taken`);
  if (taken !== slot.taken || waiting !== slot.waiting)
    report('seats', 'the hall', `counts ${String(slot.taken)} and ${String(slot.waiting)} of its rows`);
}

/** A guest was told the status, the friends and the place in line that are stored. */
function checkAnswers(guests: readonly Guest[], ledger: Ledger, report: Report): void {
  const line = ledger.guests.filter(({ status }) => status === 'waitlisted').map(({ id }) => id);
  const rows = new Map(ledger.guests.map((row) => [row.id, row]));
  for (const { name, told } of guests) {
    for (const { data } of told) {
      for (const { id, status, guests: friends, waitlistPlace } of data?.attendances ?? []) {
        const row = rows.get(id);
        if (!row) continue;
        if (row.caller !== name) report('kept', name, 'was told of somebody else’s');
        const place = row.status === 'waitlisted' ? line.indexOf(id) + 1 : null;
        if (status !== row.status || friends !== row.guests || waitlistPlace !== place)
          report(
            'true status',
            name,
            `was told ${status} ${String(waitlistPlace)}, is ${row.status} ${String(place)}`,
          );
      }
    }
  }
}

function checkReading({ name, told }: Reader, listed: readonly string[], report: Report): void {
  for (const { data } of told) {
    if (data && !isDeepStrictEqual(data, listed)) report('read', name, 'read another list than there is');
  }
}

/** Whatever didn't succeed is an error of the SDK's own that fits the last thing that happened. */
function checkErrors(
  { name, told }: Caller<unknown, unknown>,
  calls: ReadonlyMap<string, readonly Passage[]>,
  report: Report,
): void {
  for (const { subject, error } of told) {
    const passages = calls.get(subject) ?? [];
    if (passages.length > 3) report('tries', name, `was sent ${String(passages.length)} times in one call`);
    if (error === undefined) continue;
    const last = passages.at(-1);
    if (!isHuddleError(error)) report('typed', name, `got ${inspect(error)}`);
    else if (!codesOf(last).includes(error.code))
      report('fitting code', name, `got ${error.code} after ${JSON.stringify(last?.fault)}`);
    else if (!error.retryable) report('fitting code', name, `is told not to try again after ${error.code}`);
    else if (isRateLimitedError(error) && last?.fault.kind === 'status') {
      const { retryAfter } = last.fault;
      if (error.retryAfter !== retryAfter)
        report('fitting code', name, `is told to wait ${String(error.retryAfter)} s`);
    }
  }
}

/** Codes by which an error may tell of a call whose last request passed so. Any of them may have taken too long. */
function codesOf(passage: Passage | undefined): string[] {
  const { fault } = passage ?? {};
  switch (fault?.kind) {
    case 'reset':
    case 'cut':
      return ['offline', 'timeout'];
    case 'status':
      return [fault.status === 429 ? 'rate_limited' : 'unavailable', 'timeout'];
    case undefined:
      return ['timeout'];
    default:
      // Of two taps of one wish the later may come while the first is under way.
      return ['timeout', 'idempotency_in_flight'];
  }
}

/** The link in each answer opens what the answer told of. */
export async function untruthsOfLinks(hub: string, guests: readonly Guest[]): Promise<Untruth[]> {
  const { attendances } = createClient({ hub });
  const untruths: Untruth[] = [];
  for (const { name, wish, told } of guests) {
    const receipt = told.find(({ data }) => data)?.data;
    const [attendance] = receipt?.attendances ?? [];
    if (!receipt || !attendance) continue;
    const token = receipt.manageUrl.split('/').at(-1) ?? '';
    const own = await attendances.get(attendance.id, token).catch(() => undefined);
    if (own?.person.email !== wish.person.email || own.status !== attendance.status)
      untruths.push({ rule: 'link', who: name, what: 'has a link that doesn’t open it' });
  }
  return untruths;
}
