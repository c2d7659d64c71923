import type { ConvertContext, Gathering, Steps } from '../conversion.ts';
import { listOf, member, parseJson, recordOf, textOf } from '../json.ts';
import { problem } from '../problem.ts';
import { DateOrderEvidence } from '../rows/date-order.ts';
import { gatherRows } from '../rows/gather.ts';
import { propertiesOf, type Properties } from '../rows/properties.ts';
import { decode } from '../text/decode.ts';
import { pointText } from './geometry.ts';

/** A feature of a source and its number in it, from 1; `value` is undefined where it isn't JSON. */
interface Item {
  readonly line: number;
  readonly value: unknown;
}

/**
 * Reads GeoJSON (RFC 7946): a collection, one feature, a list of them, or one on each line (RFC 8142). A list of
 * plain objects is read as one of features without geometry.
 */
export function* readGeoJson(bytes: Uint8Array, context: ConvertContext, gathering: Gathering): Steps {
  const { problems } = gathering;
  const items = (yield* collectionOf(bytes)) ?? (yield* sequenceOf(bytes));
  if (!items) {
    problems.push(problem(1, 'unreadable_file'));
    return;
  }
  if (items.length === 0) problems.push(problem(1, 'no_events'));
  const evidence = new DateOrderEvidence();
  const features: { line: number; properties: Properties | undefined; isJson: boolean }[] = [];
  for (const { line, value } of items) {
    yield;
    const properties = featureOf(value);
    for (const { start = '', end = '' } of properties?.slots ?? [properties?.row ?? {}]) {
      evidence.add(start);
      evidence.add(end);
    }
    features.push({ line, properties, isJson: value !== undefined });
  }
  const gatherer = gatherRows(gathering, context, 'geojson', context.dateOrder ?? evidence.order);
  for (const { line, properties, isJson } of features) {
    yield;
    if (!gatherer.hasRoom(line)) break;
    if (properties) gatherer.take(line, properties.row, properties.slots);
    else gatherer.lose(line, isJson ? 'not_an_event' : 'unreadable_row');
  }
}

/** What a feature says: its properties, its id and the point of its geometry, which stands before one in the properties. */
function featureOf(value: unknown): Properties | undefined {
  const feature = recordOf(value);
  if (!feature) return undefined;
  const type = textOf(member(feature, 'type'));
  const isFeature = type === 'Feature';
  if (!isFeature && (type === 'FeatureCollection' || Object.hasOwn(feature, 'coordinates'))) return undefined;
  const said = propertiesOf(isFeature ? member(feature, 'properties') : feature);
  const id = isFeature ? textOf(member(feature, 'id')) : '';
  const point = isFeature ? pointText(member(feature, 'geometry')) : undefined;
  return {
    ...said,
    row: {
      ...said.row,
      ...(id && { id }),
      ...(point && { point: point.text, latitude: '', longitude: '' }),
      ...(point && !point.isExact && { precision: said.row.precision || 'area' }),
    },
  };
}

/** The features of one JSON value; undefined where the bytes aren't one. */
function* collectionOf(bytes: Uint8Array): Generator<undefined, Item[] | undefined, undefined> {
  const value = parseJson(bytes);
  yield;
  if (value === undefined) return undefined;
  const type = textOf(member(value, 'type'));
  if (!Array.isArray(value) && type !== 'FeatureCollection' && type !== 'Feature') return undefined;
  const isCollection = type === 'FeatureCollection';
  const features = isCollection ? listOf(member(value, 'features')) : Array.isArray(value) ? value : [value];
  const found = features.flatMap((feature: unknown) => {
    const isNested = textOf(member(feature, 'type')) === 'FeatureCollection';
    return isNested ? listOf(member(feature, 'features')) : [feature];
  });
  return found.map((feature: unknown, index) => ({ line: index + 1, value: feature ?? null }));
}

/** The features of a text with one on each line; undefined where the first of them isn't JSON. */
function* sequenceOf(bytes: Uint8Array): Generator<undefined, Item[] | undefined, undefined> {
  const { text } = decode(bytes);
  const items: Item[] = [];
  let line = 0;
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    // RFC 8142 puts a record separator before each.
    const json = text
      .slice(start, end)
      .replace(/^\u001e/, '')
      .trim();
    start = end + 1;
    line++;
    yield;
    if (!json) continue;
    const value = valueOf(json);
    if (items.length === 0 && textOf(member(value, 'type')) !== 'Feature') return undefined;
    items.push({ line, value });
  }
  return items.length > 0 ? items : undefined;
}

function valueOf(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
