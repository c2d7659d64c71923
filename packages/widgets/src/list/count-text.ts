import type { list } from '../locales/en.ts';
import type { LocaleController } from '../locales/locale-controller.ts';
import { formatDistance } from '../place/distance.ts';
import type { Count, EventStore } from '../store/event-store.ts';
import { narrowing, type Area } from '../store/filters.ts';

export type ListWords = Pick<LocaleController<{ readonly list: typeof list }>, 'text' | 'language'>;

/** `Chicago` of `Chicago, IL`; the visitor's own position is `you`. */
export function placeName(label: string, words: ListWords): string {
  return label.split(',')[0]?.trim() || words.text('list', 'you');
}

/** The values of a message with a count; one that is known only to be more has a plus: `20+`. */
export function countValues({ count, exact }: Count): { count: number; plus: string } {
  return { count, plus: exact ? '' : '+' };
}

/** How many events there are, and where: `42 events within 50 miles of Chicago, and 26 online`. */
export function countText(
  { count, onlineCount, listed }: Pick<EventStore, 'count' | 'onlineCount' | 'listed'>,
  words: ListWords,
): string {
  const area = listed.inPerson ? listed.area : null;
  const suffix = area === null ? 'All' : area.type === 'near' ? 'Near' : 'Here';
  const values = { ...countValues(count), ...placeOf(area, words) };
  if (count.exact && count.count === 0) {
    return words.text('list', area === null && narrowing(listed) > 0 ? 'noneMatch' : `none${suffix}`, values);
  }
  const events = words.text('list', `count${suffix}`, values);
  // Those online are near nothing, and the list has them all the same.
  if (!area || onlineCount.count === 0) return events;
  return words.text('list', 'andOnline', { events, ...countValues(onlineCount) });
}

function placeOf(area: Area | null, words: ListWords): Record<string, string> {
  return area?.type === 'near'
    ? {
        place: placeName(area.label, words),
        distance: formatDistance(area.within, words.language, 'long'),
      }
    : {};
}
