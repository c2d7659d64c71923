import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Hall } from './hall.ts';

/** What one caller sent, as it is stored. */
export interface Row {
  readonly id: string;
  /** Name of the caller. */
  readonly caller: string;
}

export interface GuestRow extends Row {
  readonly emailHash: string;
  readonly guests: number;
  readonly status: string;
}

/** What the hub has stored, in the order it was committed. */
export interface Ledger {
  readonly guests: readonly GuestRow[];
  /** Events that wait for their host. */
  readonly huddles: readonly Row[];
  readonly slot: { readonly capacity: number; readonly taken: number; readonly waiting: number };
}

/** Reads the hub's database beside the hub. */
export function readLedger(folder: string, { event, timeslotId }: Hall): Ledger {
  const database = new DatabaseSync(join(folder, 'hub.sqlite'), { readOnly: true });
  try {
    const all = (sql: string, ...values: string[]): unknown[] => database.prepare(sql).all(...values);
    const [slot] = all('select capacity, taken, waiting from timeslots where id = ?', timeslotId);
    return {
      guests: all(
        `select id, referrer_json ->> 'utmCampaign' as caller, email_hash as emailHash, guests, status
         from attendances where event_id = ? order by position`,
        event.id,
      ) as GuestRow[],
      huddles: all(
        `select id, replace(title, 'Huddle of ', '') as caller from events where status = 'pending' order by pin`,
      ) as Row[],
      slot: slot as Ledger['slot'],
    };
  } finally {
    database.close();
  }
}
