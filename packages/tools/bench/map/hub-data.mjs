import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const hour = 3_600_000;

/**
 * Fills a data folder with events at points, each a copy of the one event that it holds already: by its own imports
 * a million would take minutes.
 */
export function fillHub(folder, points) {
  const database = new DatabaseSync(join(folder, 'hub.sqlite'));
  const [event] = database.prepare('select * from events limit 1').all();
  const [slot] = database.prepare('select * from timeslots limit 1').all();
  database.exec('begin; delete from timeslots; delete from events');
  const insert = (table, row) =>
    database.prepare(
      `insert into ${table} (${Object.keys(row).join()}) values (${Object.keys(row)
        .map(() => '?')
        .join()})`,
    );
  const [insertEvent, insertSlot] = [insert('events', event), insert('timeslots', slot)];
  const now = Math.floor(Date.now() / hour) * hour;
  points.forEach(({ latitude, longitude, kind, hours }, index) => {
    const pin = index + 1;
    const id = randomBytes(16).toString('base64url');
    const title = `Gathering ${pin}`;
    const changes = { pin, id, title, kind, latitude, longitude, source_id: String(pin), updated_at: now };
    insertEvent.run(...Object.values({ ...event, ...changes }));
    const startAt = now + hours * hour;
    const times = { start_at: startAt, end_at: startAt + 2 * hour, over_at: startAt + 2 * hour };
    insertSlot.run(...Object.values({ ...slot, ...times, id: `${id.slice(0, 21)}-`, event_id: id, pin }));
  });
  database.exec('commit; analyze');
  database.close();
}
