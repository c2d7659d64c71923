import { EventInput, EventPage } from '@huddlekit/contract';
import { decodePins, PinFeed } from '@huddlekit/contract/pins';
import { homeCellOf } from '@huddlekit/contract/home-cell';
import type { HubOptions } from '../../hub.ts';
import type { Random } from '../../sample/seeded-random.ts';
import { newKey, startTestHub } from '../../server/test-hub.test-helper.ts';
import { edgeOf, formAt, movedPoint } from './homes.ts';

/** How people type one address on several days. */
const spellings = [
  '2417 Quillfeather Avenue',
  '2417 QUILLFEATHER AVENUE',
  ' 2417  Quillfeather Avenue. ',
  '2417, Quillfeather Avenue',
];
/** Other words for the same door, which only its host ties together. */
const otherWords = [
  '2417 Quillfeather Ave',
  '2417 Quillfeather Ave, Apt. 2',
  'Quillfeather 2417',
  'The blue house',
];

export interface OneHome {
  readonly events: number;
  /** Different coordinates that the list and the pins gave. */
  readonly listed: number;
  readonly pinned: number;
  /** Cells of the grid in which the pins were set. */
  readonly cells: number;
}

/**
 * Many events at one home that stands on the border of two cells, its pin set anew within 100 m each time: by its
 * host in whatever words, and by others who type the address as the host did.
 */
export async function hostAtOneHome(
  count: number,
  random: Random,
  guard: Pick<HubOptions, 'homePoint'> = {},
): Promise<OneHome> {
  await using server = await startTestHub(guard);
  const { hub, url } = server;
  const home = edgeOf(homeCellOf({ latitude: 41.9213, longitude: -87.7012 }), Math.PI / 2);
  const cells = new Set<string>();
  for (let index = 0; index < count; index++) {
    const point = movedPoint(home, random.next() * 100, random.next() * 2 * Math.PI);
    cells.add(JSON.stringify(homeCellOf(point)));
    const isHost = index === 0 || random.isOnceIn(2);
    const words = index > 0 && isHost ? [...spellings, ...otherWords] : spellings;
    const email = isHost ? 'rosa@example.org' : `friend${String(index)}@example.org`;
    const form = formAt(
      server,
      point,
      { addressLines: [random.pick(words)] },
      { host: { givenName: 'Rosa', email } },
    );
    const { id } = await hub.events.submit(EventInput.parse(form), newKey());
    await hub.events.verify(id);
    await hub.events.approve(id, 'moderator');
  }
  const listed = new Set<string>();
  let next: string | null = null;
  let events = 0;
  do {
    const cursor: string = next === null ? '' : `&cursor=${next}`;
    const page = EventPage.parse(await (await fetch(`${url}/v1/events?limit=100${cursor}`)).json());
    for (const { location } of page.data)
      listed.add(JSON.stringify([location?.latitude, location?.longitude]));
    events += page.data.length;
    next = page.next;
  } while (next !== null);
  const pins = decodePins(PinFeed.parse(await (await fetch(`${url}/v1/pins`)).json()));
  const pinned = new Set(pins.map(({ latitude, longitude }) => JSON.stringify([latitude, longitude])));
  return { events, listed: listed.size, pinned: pinned.size, cells: cells.size };
}
