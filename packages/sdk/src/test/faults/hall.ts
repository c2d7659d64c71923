import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Event } from '@huddlekit/contract';
import { hubBin, sourceCondition } from '@huddlekit/tools/lib/paths.mjs';
import { run } from '@huddlekit/tools/lib/run.mjs';
import { createClient } from '../../create-client.ts';

/** An event whose seats people storm. */
export interface Hall {
  readonly event: Event;
  readonly timeslotId: string;
}

/** Imports an event with so many seats into a running hub. */
export async function openHall(hub: { url: string; folder: string }, seats: number): Promise<Hall> {
  const file = join(hub.folder, 'hall.csv');
  const start = new Date(Date.now() + 7 * 86_400_000).toISOString();
  writeFileSync(
    file,
    `id,title,start_date,timezone,city,state,lat,lon,capacity\n1,Union Hall,${start},America/Chicago,Chicago,IL,41.88,-87.63,${String(seats)}\n`,
  );
  const args = [sourceCondition, hubBin, 'import', file, '--rsvp', 'native'];
  const { code, output } = await run(process.execPath, args, { env: { HUDDLEKIT_DATA: hub.folder } });
  assert.equal(code, 0, output);
  const { data } = await createClient({ hub: hub.url }).events.page({ q: 'Union Hall' });
  const event = data.find(({ title }) => title === 'Union Hall');
  const [slot] = event?.timeslots ?? [];
  if (!event || !slot) assert.fail('The hall isn’t listed');
  assert.deepEqual([event.rsvp, slot.spotsLeft], ['native', seats]);
  return { event, timeslotId: slot.id };
}
