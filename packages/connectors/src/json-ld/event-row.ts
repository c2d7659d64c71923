import { kindOf } from '../rows/kinds.ts';
import type { Row, RowSlot } from '../rows/row.ts';
import { plainLine } from '../text/markdown.ts';
import type { FoundEvent, Graph } from './graph.ts';
import { member, recordOf, textOf } from '../json.ts';
import { property, textAt, textOfValue, valuesOf, type Node } from './node.ts';
import { placeRow } from './place-row.ts';

/** An event as a row, and its dates where it has several. */
export interface EventRow {
  readonly row: Row;
  readonly slots: readonly RowSlot[] | undefined;
  /** Whether it has a rule of repetition, of which only the first date is read. */
  readonly isRepeated: boolean;
}

/** Properties that the parts of an event have from the whole where they don't say otherwise. */
const inherited = [
  'name',
  'location',
  'organizer',
  'eventStatus',
  'eventAttendanceMode',
  'inLanguage',
  'image',
  'keywords',
];
/** Dates of one event that are looked at. */
const mostDates = 501;

/** `base` is the address of the page, where one is told, and `isOwnUrl` tells whether only this event has a link. */
export function rowOfEvent(
  found: FoundEvent,
  graph: Graph,
  base: string | undefined,
  isOwnUrl: (url: string) => boolean,
): EventRow {
  const node = withInherited(found);
  const resolved = (url: string): string => absolute(url, absolute(node.id, base) || base);
  const title = plainLine(textAt(node, 'name', 'headline', 'alternateName'));
  const tags = valuesOf(node, 'keywords').map(textOfValue).filter(Boolean).join(';');
  const ownUrl = resolved(textAt(found.node, 'url') || textAt(found.node, 'mainEntityOfPage'));
  const dates = datesOf(node, graph);
  const organizer = graph.resolve(valuesOf(node, 'organizer')[0]);
  const organizerName = plainLine(organizer ? textAt(organizer, 'name') : textAt(node, 'organizer'));
  const isPerson = organizer?.types.includes('Person') === true;
  return {
    slots: dates.length > 1 ? dates : undefined,
    isRepeated:
      textAt(node, 'startDate', 'startTime') === '' && property(node, 'eventSchedule') !== undefined,
    row: {
      ...placeRow(node, graph),
      ...dates[0],
      id: idOf(node, base, ownUrl, isOwnUrl),
      title,
      description: unescaped(textAt(node, 'description', 'abstract')),
      kind: kindOfTypes(node.types, tags, title),
      tags,
      status: textAt(node, 'eventStatus'),
      url: ownUrl || resolved(textAt(node, 'sameAs')),
      image: resolved(imageOf(node, graph)),
      [isPerson ? 'hostName' : 'organization']: organizerName,
      languages: valuesOf(node, 'inLanguage').map(languageOf).filter(Boolean).join(';'),
      capacity: textAt(node, 'maximumAttendeeCapacity', 'maximumPhysicalAttendeeCapacity'),
      spotsLeft: textAt(node, 'remainingAttendeeCapacity') || (isSoldOut(node, graph) ? '0' : ''),
      createdAt: textAt(node, 'dateCreated'),
      updatedAt: textAt(node, 'dateModified'),
    },
  };
}

/** The event with what it has from the one it is a part of. */
function withInherited({ node, parent }: FoundEvent): Node {
  const above = parent && withInherited({ ...parent, parent: undefined });
  if (!above) return node;
  const object: Record<string, unknown> = { ...node.object };
  for (const name of inherited) {
    const value = property(node, name) === undefined ? property(above, name) : undefined;
    if (value !== undefined) object[name] = value;
  }
  return { ...node, object };
}

/** The dates: one for each start, else those of its schedule; without a start the doors' opening. */
function datesOf(node: Node, graph: Graph): RowSlot[] {
  const starts = valuesOf(node, 'startDate').slice(0, mostDates).map(textOfValue).filter(Boolean);
  const ends = valuesOf(node, 'endDate').slice(0, mostDates).map(textOfValue);
  const duration = textAt(node, 'duration');
  if (starts.length > 1) return starts.map((start, index) => ({ start, end: ends[index] ?? '', duration }));
  const [start = textAt(node, 'startTime')] = starts;
  const schedule = start ? undefined : graph.resolve(valuesOf(node, 'eventSchedule')[0]);
  if (schedule) {
    return [
      {
        start: textAt(schedule, 'startDate'),
        startTime: textAt(schedule, 'startTime'),
        endTime: textAt(schedule, 'endTime'),
        duration: textAt(schedule, 'duration') || duration,
      },
    ];
  }
  return [
    {
      start: start || textAt(node, 'doorTime'),
      end: ends.find(Boolean) ?? textAt(node, 'endTime'),
      duration,
    },
  ];
}

/** Its `@id`, its identifier, a link that no other event has; empty for none of them. */
function idOf(node: Node, base: string | undefined, url: string, isOwnUrl: (url: string) => boolean): string {
  const [identifier] = valuesOf(node, 'identifier');
  const named = recordOf(identifier)
    ? textOf(member(identifier, 'value')) || textOfValue(identifier)
    : textOfValue(identifier);
  return absolute(node.id, base) || named || (url && isOwnUrl(url) ? url : '');
}

/** A link as it leads from a page; as it is where there is no page, or it is none. */
function absolute(url: string, base: string | undefined): string {
  if (!url || !base || !URL.canParse(url, base) || !URL.canParse(base)) return url;
  return new URL(url, base).href;
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
  '#039': "'",
  '#39': "'",
};

/** HTML that was escaped once more, as a plugin for calendars writes descriptions, as HTML again. */
function unescaped(text: string): string {
  if (!/&lt;\/?(?:p|br|div|span|a|strong|em|b|i|ul|ol|li|h[1-6])\b/i.test(text)) return text;
  return text.replaceAll(/&(lt|gt|quot|amp|#0?39);/g, (_, name: string) => entities[name] ?? '');
}

function imageOf(node: Node, graph: Graph): string {
  const [image] = valuesOf(node, 'image');
  const object = graph.resolve(image);
  return object ? textAt(object, 'url', 'contentUrl') || object.id : textOfValue(image);
}

function languageOf(value: unknown): string {
  return textOf(member(value, 'alternateName')) || textOfValue(value);
}

/** Whether every offer says that nothing is left. */
function isSoldOut(node: Node, graph: Graph): boolean {
  const offers = valuesOf(node, 'offers').flatMap((value) => {
    const offer = graph.resolve(value);
    return offer && property(offer, 'offers') !== undefined ? valuesOf(offer, 'offers') : [value];
  });
  const isGone = (value: unknown): boolean => {
    const offer = graph.resolve(value);
    return offer !== undefined && /SoldOut|OutOfStock/i.test(textAt(offer, 'availability'));
  };
  return offers.length > 0 && offers.every(isGone);
}

/** A kind where the type tells one and the words don't. */
function kindOfTypes(types: readonly string[], tags: string, title: string): string {
  const isTold = kindOf(tags, title) !== 'other';
  const isTraining = types.some((type) => type === 'EducationEvent' || type === 'CourseInstance');
  return !isTold && isTraining ? 'training' : '';
}
