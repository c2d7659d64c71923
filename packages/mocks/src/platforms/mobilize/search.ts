import { MobilizeError } from './answer.ts';
import { comparisonOf } from './comparison.ts';
import { mobilizeEnums } from './enums.ts';
import type { MobilizeEvent } from './event.ts';
import { nearestFirst } from './nearness.ts';
import { booleanIn, choicesIn, integerIn, integersIn } from './parameters.ts';

export interface Search {
  readonly address: URL;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether the key of the organization that is asked about came along. */
  readonly hasRights: boolean;
}

type Filter = (event: MobilizeEvent) => boolean;

/** Parameters whose answers come from the search backend, which stops after its first thousand. */
const searchParameters = ['zipcode', 'max_dist', 'exclude_full', 'tag_id'];

export function isSearch({ searchParams }: URL): boolean {
  return searchParameters.some((name) => searchParams.has(name));
}

/** The events of a feed that fit the parameters, with only those of their timeslots that fit. Others are ignored. */
export function matching(feed: readonly MobilizeEvent[], search: Search): MobilizeEvent[] {
  const { address } = search;
  const filters = [...rightsFilters(search), ...plainFilters(address)];
  const found = feed.filter((event) => filters.every((filter) => filter(event)));
  const trimmed = trimTimeslots(found, search);
  const zipcode = address.searchParams.get('zipcode');
  if (zipcode === null) return trimmed;
  return nearestFirst(trimmed, { zipcode, miles: integerIn(address, 'max_dist') }, feed);
}

function rightsFilters({ address, hasRights }: Search): Filter[] {
  const { visibility, approval_status } = mobilizeEnums;
  return [
    oneOf(allowedIn(address, 'visibility', { choices: visibility, hasRights }), (event) => event.visibility),
    oneOf(
      allowedIn(address, 'approval_status', { choices: approval_status, hasRights }),
      (event) => event.approval_status,
    ),
  ];
}

/** What a parameter asks for: the first choice is open to all and asked for by silence, others need rights. */
export function allowedIn<const Choice extends string>(
  address: URL,
  name: string,
  { choices, hasRights }: { readonly choices: readonly [Choice, ...Choice[]]; readonly hasRights: boolean },
): readonly Choice[] {
  const [open] = choices;
  const asked = choicesIn(address, name, choices);
  if (!hasRights && asked.some((value) => value !== open))
    throw new MobilizeError(403, { [name]: ['This needs the key of the organization.'] });
  return asked.length > 0 ? asked : [open];
}

function plainFilters(address: URL): Filter[] {
  const isVirtual = booleanIn(address, 'is_virtual');
  const since = integerIn(address, 'updated_since');
  const state = address.searchParams.get('state')?.toUpperCase();
  const tags = integersIn(address, 'tag_id');
  const types = choicesIn(address, 'event_types', mobilizeEnums.event_type);
  const filters: readonly (Filter | false | undefined)[] = [
    isVirtual !== undefined && ((event) => event.is_virtual === isVirtual),
    since !== undefined && ((event) => event.modified_date >= since),
    state !== undefined && ((event) => event.location?.region === state),
    tags.length > 0 && ((event) => event.tags.some(({ id }) => tags.includes(id))),
    types.length > 0 && oneOf<string>(types, (event) => event.event_type),
    booleanIn(address, 'high_priority_only') && ((event) => event.high_priority === true),
    anyOf(integersIn(address, 'organization_id'), (event) => event.sponsor.id),
    anyOf(integersIn(address, 'event_campaign_id'), (event) => event.event_campaign?.id),
  ];
  return filters.filter((filter) => typeof filter === 'function');
}

function oneOf<Value>(values: readonly Value[], of: (event: MobilizeEvent) => Value): Filter {
  return (event) => values.includes(of(event));
}

function anyOf(ids: readonly number[], of: (event: MobilizeEvent) => number | undefined): Filter | false {
  return ids.length > 0 && ((event) => ids.some((id) => id === of(event)));
}

/** A filter of times or room drops timeslots, and then the events that are left with none. */
function trimTimeslots(events: readonly MobilizeEvent[], { address, now }: Search): MobilizeEvent[] {
  const names = ['timeslot_start', 'timeslot_end'].filter((name) => address.searchParams.has(name));
  const excludesFull = booleanIn(address, 'exclude_full') === true;
  if (names.length === 0 && !excludesFull) return [...events];
  const [starts, ends] = ['timeslot_start', 'timeslot_end'].map((name) =>
    comparisonOf(name, address.searchParams.getAll(name), now),
  );
  return events
    .map((event) => ({
      ...event,
      timeslots: event.timeslots.filter(
        ({ start_date, end_date, is_full }) =>
          starts?.(start_date) && ends?.(end_date) && !(excludesFull && is_full),
      ),
    }))
    .filter(({ timeslots }) => timeslots.length > 0);
}
