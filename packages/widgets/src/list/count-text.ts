import type { list } from '../locales/en.ts';
import type { LocaleController } from '../locales/locale-controller.ts';
import { formatDistance } from '../place/distance.ts';
import type { EventStore } from '../store/event-store.ts';
import { narrowing, type Area } from '../store/filters.ts';

export type ListWords = Pick<LocaleController<{ readonly list: typeof list }>, 'text' | 'language'>;

/** `Chicago` of `Chicago, IL`; the visitor's own position is `you`. */
export function placeName(label: string, words: ListWords): string {
  return label.split(',')[0]?.trim() || words.text('list', 'you');
}

/** How many events there are, and where: `42 events within 50 miles of Chicago`. */
export function countText({ count, listed }: Pick<EventStore, 'count' | 'listed'>, words: ListWords): string {
  const area = listed.inPerson ? listed.area : null;
  const suffix = area === null ? 'All' : area.type === 'near' ? 'Near' : 'Here';
  const values = { count: count.count, ...placeOf(area, words) };
  if (count.exact && count.count === 0) {
    return words.text('list', area === null && narrowing(listed) > 0 ? 'noneMatch' : `none${suffix}`, values);
  }
  return words.text('list', count.exact ? `count${suffix}` : `more${suffix}`, values);
}

function placeOf(area: Area | null, words: ListWords): Record<string, string> {
  return area?.type === 'near'
    ? {
        place: placeName(area.label, words),
        distance: formatDistance(area.within, words.language, 'long'),
      }
    : {};
}
