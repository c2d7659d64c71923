import { listOf, member, textOf } from '../json.ts';

/** Ids of events that a page of the deleted feed names. */
export function deletedIds(page: unknown): string[] {
  return listOf(member(page, 'data')).flatMap((row) => textOf(member(row, 'id')) || []);
}
