import type { Event } from '@huddlekit/contract';
import type { card } from '../locales/en.ts';
import type { LocaleController } from '../locales/locale-controller.ts';

type Words = Pick<LocaleController<{ readonly card: typeof card }>, 'text'>;

/** Where an event takes place, as exactly as its place is known and no more exactly. */
export function placeText({ location, isVirtual, rsvp }: Event, words: Words): string {
  if (isVirtual || location?.kind === 'online') {
    return words.text('card', rsvp === 'native' ? 'online' : 'onlineElsewhere');
  }
  const { venue, addressLines = [], locality, region, postalCode } = location ?? {};
  const named = [venue, addressLines[0], locality].filter(Boolean);
  if (location?.kind !== 'home' && (venue || addressLines.length > 0)) return named.join(', ');
  const town = [locality, location?.precision === 'locality' ? postalCode : region].filter(Boolean);
  if (town.length === 0) return words.text('card', 'placeLater');
  return location?.precision === 'locality'
    ? words.text('card', 'in', { place: town.join(' ') })
    : words.text('card', 'near', { place: town.join(', ') });
}
