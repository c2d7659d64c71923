import { join } from 'node:path';
import type { Event } from '@huddlekit/contract';
import { tileExtent } from '@huddlekit/contract/base-map';
import { project } from '@huddlekit/contract/pins';
import { html, type Html } from '../text/html.ts';
import { GroundFiles, type PlacedTile } from './ground-files.ts';
import type { Visit } from './page.ts';

/** Draws where an event is, as far as the public may know; nothing where there is no point. */
export type EventMap = (event: Event, visit: Visit) => Html;

const width = 640;
const height = 260;
/** Zoom levels by what the point stands for: the less it says, the more is around it. */
const zooms: Readonly<Record<string, number>> = { exact: 8.3, area: 8.3, locality: 8 };
const mostTowns = 14;

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** The part of the map that is drawn: its corner in pixels of a world so many pixels wide. */
interface Frame {
  readonly left: number;
  readonly top: number;
  readonly world: number;
}

/** Reads the base map. Without it events have no picture, and all that it shows stands in words beside it. */
export function loadEventMap(publicFolder: string): EventMap {
  const files = GroundFiles.open(join(publicFolder, 'data'));
  return files ? (event, visit) => drawn(files, event, visit) : () => html``;
}

function drawn(files: GroundFiles, { location }: Event, { words }: Visit): Html {
  const { latitude, longitude, precision } = location ?? {};
  const zoom = zooms[precision ?? 'hidden'];
  if (typeof latitude !== 'number' || typeof longitude !== 'number' || zoom === undefined) return html``;
  const world = 256 * 2 ** zoom;
  const { x, y } = project(latitude, longitude);
  const frame: Frame = { left: x * world - width / 2, top: y * world - height / 2, world };
  const tiles = files.tilesIn(
    frame.left / world,
    frame.top / world,
    (frame.left + width) / world,
    (frame.top + height) / world,
  );
  return html`<figure class="map">
    <svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      ${tiles.map((tile) => ground(tile, frame))} ${labels(tiles, frame, boxOf(precision ?? ''))}
      ${marker(precision ?? '')}
    </svg>
    <figcaption>${words('mapCredit', { source: files.attribution })}</figcaption>
  </figure>`;
}

/** A tile as a picture in the picture, which cuts off what reaches over its edge. */
function ground({ zoom, x, y, content }: PlacedTile, { left, top, world }: Frame): Html {
  const size = world / 2 ** zoom;
  const lines = [...content.states, ...content.borders, ...content.counties].map(pathOf).join('');
  return html`<svg
    x="${round(x * size - left)}"
    y="${round(y * size - top)}"
    width="${round(size)}"
    height="${round(size)}"
    viewBox="0 0 ${tileExtent} ${tileExtent}"
  >
    <path
      class="land"
      fill-rule="evenodd"
      d="${content.land.map((ring) => `${pathOf(ring)}z`).join('')}"
    ></path>
    <path class="line" d="${lines}"></path>
  </svg>`;
}

/** The shape's own numbers are what a path takes: a point, and steps from it. */
function pathOf([x = 0, y = 0, ...steps]: readonly number[]): string {
  return `M${String(x)},${String(y)}l${steps.join(' ')}`;
}

function marker(precision: string): Html {
  const x = width / 2;
  const y = height / 2;
  if (precision === 'exact') {
    const pin = `M${String(x)},${String(y)}c-6,-8 -14,-14 -14,-23a14 14 0 0 1 28 0c0,9 -8,15 -14,23z`;
    return html`<path class="pin" d="${pin}"></path>
      <circle class="eye" cx="${x}" cy="${y - 23}" r="5"></circle>`;
  }
  return html`<circle
    class="${precision}"
    cx="${x}"
    cy="${y}"
    r="${precision === 'area' ? 22 : 44}"
  ></circle>`;
}

/** Where no name may stand: a pin stands on its point, an area lies around it. */
function boxOf(precision: string): Box {
  const [x, y] = [width / 2, height / 2];
  if (precision === 'exact') return [x - 16, y - 40, x + 16, y + 2];
  const reach = precision === 'area' ? 24 : 46;
  return [x - reach, y - reach, x + reach, y + reach];
}

/** The largest towns in view whose names don't stand on each other, on the marker or over the edge. */
function labels(tiles: readonly PlacedTile[], { left, top, world }: Frame, marked: Box): Html {
  const towns = tiles
    .flatMap(({ zoom, x, y, content }) =>
      content.towns.map(([name, townX, townY, level, radius]) => ({
        name,
        order: level * 1000 - radius,
        x: round(((x + townX / tileExtent) * world) / 2 ** zoom - left),
        y: round(((y + townY / tileExtent) * world) / 2 ** zoom - top),
      })),
    )
    .sort((a, b) => a.order - b.order);
  const taken: Box[] = [marked];
  const chosen: typeof towns = [];
  for (const town of towns) {
    const { name, x, y } = town;
    const box: Box = [x - 5, y - 10, x + 14 + name.length * 7, y + 10];
    if (box[0] < 4 || box[1] < 4 || box[2] > width - 4 || box[3] > height - 26) continue;
    if (
      taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])
    )
      continue;
    taken.push(box);
    chosen.push(town);
    if (chosen.length === mostTowns) break;
  }
  return html`${chosen.map(
    ({ x, y, name }) =>
      html`<circle class="town" cx="${x}" cy="${y}" r="2"></circle>
        <text x="${x + 7}" y="${y + 4}">${name}</text>`,
  )}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
