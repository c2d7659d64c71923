import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Event } from '@huddlekit/contract';
import { BaseMap, decodeShape } from '@huddlekit/contract/base-map';
import { html, type Html } from '../text/html.ts';
import { clipLine, clipPolygon, project, projectShape, type Frame, type Point } from './map-frame.ts';
import type { Visit } from './page.ts';

/** Draws where an event is, as far as the public may know; nothing where there is no point. */
export type EventMap = (event: Event, visit: Visit) => Html;

const width = 640;
const height = 260;
/** Pixels a degree of latitude, by what the point stands for: the less it says, the more is around it. */
const scales: Readonly<Record<string, number>> = { exact: 200, area: 200, locality: 160 };
const mostTowns = 14;

interface Shapes {
  readonly land: readonly Float64Array[];
  readonly lines: readonly Float64Array[];
  readonly towns: BaseMap['towns'];
  readonly attribution: string;
}

/** Reads the base map once. Without it events have no picture, and all that it shows stands in words beside it. */
export async function loadEventMap(publicFolder: string): Promise<EventMap> {
  const file = join(publicFolder, 'data', 'basemap.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return () => html``;
  const { land, states, borders, towns, attribution } = BaseMap.parse(JSON.parse(text));
  const shapes: Shapes = {
    land: land.map(decodeShape),
    lines: [...states, ...borders].map(decodeShape),
    towns,
    attribution,
  };
  return (event, visit) => drawn(shapes, event, visit);
}

function drawn(shapes: Shapes, { location }: Event, { words }: Visit): Html {
  const { latitude, longitude, precision } = location ?? {};
  const scale = scales[precision ?? 'hidden'];
  if (typeof latitude !== 'number' || typeof longitude !== 'number' || scale === undefined) return html``;
  const frame: Frame = { longitude, latitude, scale, width, height };
  return html`<figure class="map">
    <svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <path class="land" fill-rule="evenodd" d="${landPath(shapes, frame)}"></path>
      <path class="line" d="${linePath(shapes, frame)}"></path>
      ${labels(shapes.towns, frame)} ${marker(precision ?? '')}
    </svg>
    <figcaption>${words('mapCredit', { source: shapes.attribution })}</figcaption>
  </figure>`;
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

/** The largest towns in view whose names don't stand on each other, on the marker or over the edge. */
function labels(towns: BaseMap['towns'], frame: Frame): Html {
  const taken: [left: number, top: number, right: number, bottom: number][] = [
    [width / 2 - 46, height / 2 - 46, width / 2 + 46, height / 2 + 46],
  ];
  const chosen: { x: number; y: number; name: string }[] = [];
  for (const [name, longitude, latitude] of towns) {
    const [x, y] = project(longitude / 100, latitude / 100, frame);
    const box: (typeof taken)[number] = [x - 5, y - 10, x + 14 + name.length * 7, y + 10];
    if (box[0] < 4 || box[1] < 4 || box[2] > width - 4 || box[3] > height - 26) continue;
    if (
      taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])
    )
      continue;
    taken.push(box);
    chosen.push({ x, y, name });
    if (chosen.length === mostTowns) break;
  }
  return html`${chosen.map(
    ({ x, y, name }) =>
      html`<circle class="town" cx="${x}" cy="${y}" r="2"></circle>
        <text x="${x + 7}" y="${y + 4}">${name}</text>`,
  )}`;
}

function landPath({ land }: Shapes, frame: Frame): string {
  return land.map((ring) => pathOf(clipPolygon(projectShape(ring, frame), frame), 'Z')).join('');
}

function linePath({ lines }: Shapes, frame: Frame): string {
  return lines
    .flatMap((line) => clipLine(projectShape(line, frame), frame))
    .map((piece) => pathOf(piece, ''))
    .join('');
}

function pathOf(points: readonly Point[], end: string): string {
  return points.length < 2 ? '' : `M${points.map(([x, y]) => `${String(x)},${String(y)}`).join('L')}${end}`;
}
