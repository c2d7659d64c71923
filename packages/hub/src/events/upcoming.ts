import type { EventFilters } from '@huddlekit/contract';
import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import type { PublicSchema } from '../storage/schema.ts';
import type { PublicConnection, StorageFunctions } from '../storage/storage.ts';
import { daysOf, earliestOn, latestOn } from './local-day.ts';
import { eventConditions } from './event-filters.ts';

/** What a list holds beside the events that take place. */
export interface ListOptions {
  /** Also those that were public and are cancelled. */
  readonly withCancelled?: boolean;
}

/**
 * Public events that fit the filters, each once, with the first timeslot that fits as `next`. The cross join fixes
 * the order: timeslots are walked by their start, so a first page is found without looking at the rest.
 */
export function upcomingEvents(
  read: PublicConnection,
  from: number,
  filters: EventFilters,
  functions: StorageFunctions,
  { withCancelled = false }: ListOptions = {},
) {
  const { and, exists, not, selectFrom } = expressionBuilder<
    PublicSchema & { next: PublicSchema['timeslots'] },
    'next'
  >();
  const earlier = selectFrom('timeslots as other')
    .select('other.id')
    .whereRef('other.pin', '=', 'next.pin')
    .where(sql<SqlBool>`(other.start_at, other.id) < (next.start_at, next.id)`)
    .where(and(slotConditions('other', from, filters, functions)));
  return read
    .selectFrom('timeslots as next')
    .crossJoin('events')
    .whereRef('events.pin', '=', 'next.pin')
    .where(and(slotConditions('next', from, filters, functions)))
    .where(and(eventConditions(filters, functions.distance, withCancelled)))
    .where(not(exists(earlier)));
}

/** What a timeslot must be for its event to be listed. */
function slotConditions(
  alias: 'next' | 'other',
  from: number,
  { to, fromDate, toDate, hasRoom, virtual }: EventFilters,
  { localDay }: StorageFunctions,
): Expression<SqlBool>[] {
  const column = (name: keyof PublicSchema['timeslots']): Expression<unknown> => sql.ref(`${alias}.${name}`);
  const conditions = [sql<SqlBool>`${column('overAt')} > ${from}`];
  if (virtual !== undefined)
    conditions.push(sql<SqlBool>`${column('isVirtual')} = ${Number(virtual === 'true')}`);
  if (to !== undefined) conditions.push(sql<SqlBool>`${column('startAt')} < ${Date.parse(to)}`);
  const day = sql`${sql.raw(localDay)}(${column('startAt')}, events.timezone)`;
  if (fromDate !== undefined) {
    const [first, earliest] = [daysOf(fromDate), earliestOn(fromDate)];
    conditions.push(sql<SqlBool>`${column('startAt')} >= ${earliest} and ${day} >= ${first}`);
  }
  if (toDate !== undefined) {
    const [last, latest] = [daysOf(toDate), latestOn(toDate)];
    conditions.push(sql<SqlBool>`${column('startAt')} < ${latest} and ${day} <= ${last}`);
  }
  if (hasRoom === 'true') {
    conditions.push(
      sql<SqlBool>`(${column('capacity')} is null or (${column('waiting')} = 0 and ${column('reserved')} + ${column('taken')} < ${column('capacity')}))`,
    );
  }
  return conditions;
}
