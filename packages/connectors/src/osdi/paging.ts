import { isList, member, recordOf, textOf } from '../json.ts';

/** The events of a page, of several, or of a list; undefined where there is nothing of the kind. */
export function itemsOf(content: unknown): readonly unknown[] | undefined {
  if (isList(content)) {
    const isOfPages = content.some((page) => member(page, '_embedded') !== undefined);
    return isOfPages ? content.flatMap((page) => (isList(page) ? page : (itemsOf(page) ?? []))) : content;
  }
  const embedded = member(content, '_embedded');
  if (embedded !== undefined) {
    const list = member(embedded, 'osdi:events') ?? member(embedded, 'events');
    return isList(list) ? list : recordOf(embedded) ? [] : undefined;
  }
  if (recordOf(content) === undefined) return undefined;
  const isEvent = ['start_date', 'all_day_date', 'title', 'name'].some(
    (name) => member(content, name) !== undefined,
  );
  return isEvent ? [content] : [];
}

/** The link to the page that follows, or null. An empty page is the last one whatever it links to. */
export function nextOsdiPage(page: unknown): string | null {
  const isEmpty = (itemsOf(page) ?? []).length === 0;
  return isEmpty ? null : textOf(member(member(member(page, '_links'), 'next'), 'href')) || null;
}
