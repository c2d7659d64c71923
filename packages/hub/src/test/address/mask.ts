import type { Hub } from '../../hub.ts';
import { tokenPurposes } from '../../privacy/tokens.ts';

/** Writes what is random in a hub's answers as names that are the same in every hub that did the same. */
export type Mask = (text: string) => string;

/** Knows every id, link and mail of a hub so far, mails by their time. Nothing else is masked, so no other difference is hidden. */
export async function maskOf({ storage, tokens }: Hub): Promise<Mask> {
  const { read } = storage;
  const names = new Map<string, string>();
  const add = (kind: string, ids: readonly string[]): void => {
    ids.forEach((id, index) => names.set(id, `${kind}-${String(index)}`));
  };
  const events = await read.selectFrom('events').select('id').orderBy('pin').execute();
  const slots = await read.selectFrom('timeslots').select('id').orderBy('pin').orderBy('startAt').execute();
  const coming = await read.selectFrom('attendances').selectAll().orderBy('position').execute();
  const mails = await read.selectFrom('outbox').select('id').orderBy('createdAt').execute();
  const along = await read.selectFrom('coHosts').select('id').orderBy('position').execute();
  const ids = {
    event: events.map(({ id }) => id),
    attendance: coming.map(({ id }) => id),
    'attendance-mail': coming.map(({ id }) => id),
    verify: events.map(({ id }) => id),
    'co-host': along.map(({ id }) => id),
    unsubscribe: coming.map(({ id }) => id),
  };
  add('event', ids.event);
  add('attendance', ids.attendance);
  add(
    'timeslot',
    slots.map(({ id }) => id),
  );
  add(
    'invitation',
    coming.map(({ inviteCode }) => inviteCode),
  );
  add(
    'mail',
    mails.map(({ id }) => id),
  );
  for (const purpose of tokenPurposes) {
    add(
      `${purpose}-link`,
      ids[purpose].map((id) => tokens.sign(purpose, id, 1)),
    );
  }
  const name = (id: string): string => names.get(id) ?? id;
  // An entry of a calendar is named by two ids with a hyphen between them.
  const isTwo = (run: string): boolean => run.length === 45 && run[22] === '-';
  return (text) =>
    // An id behind an encoded slash, in a link within a link, is one of its own.
    text
      .replaceAll(/%2F/gi, '/')
      .replaceAll(/[\w-]{22,}/g, (run) =>
        isTwo(run) ? `${name(run.slice(0, 22))}-${name(run.slice(23))}` : name(run),
      );
}
