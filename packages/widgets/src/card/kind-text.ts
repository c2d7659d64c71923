import type { Event } from '@huddlekit/contract';
import type { SVGTemplateResult } from 'lit';
import { home, publicPlace } from '../icons/card-icons.ts';
import { screen } from '../icons/icon.ts';
import { kinds } from '../locales/en.ts';
import type { LocaleController } from '../locales/locale-controller.ts';

type Words = Pick<LocaleController<{ readonly kinds: typeof kinds }>, 'text'>;
type KindKey = keyof typeof kinds;

/** A kind by its name; one that this version doesn't know is just an event. */
export function kindName(kind: string, words: Words): string {
  return words.text('kinds', Object.hasOwn(kinds, kind) ? (kind as KindKey) : 'other');
}

/** `Huddle in a home`, `Gathering`, `Training online`. */
export function kindText({ kind, location, isVirtual }: Event, words: Words): string {
  if (isVirtual) return words.text('kinds', 'online', { kind: kindName(kind, words) });
  return kind === 'huddle' && location?.kind === 'home'
    ? words.text('kinds', 'huddleHome')
    : kindName(kind, words);
}

/** The drawing that tells where an event takes place: at home, online or in a public place. */
export function kindIcon({ location, isVirtual }: Event): SVGTemplateResult {
  if (isVirtual) return screen;
  return location?.kind === 'home' ? home : publicPlace;
}
