import type { Event } from '@huddlekit/contract';
import { kindName, kindText } from '../card/kind-text.ts';
import type { kinds, map } from '../locales/en.ts';
import type { LocaleController } from '../locales/locale-controller.ts';
import { formatDistance } from '../place/distance.ts';

/** Words for what stands on the map. */
export interface SceneWords {
  /** `12 events near Tampa`. */
  cluster(count: number, town: string | null): string;
  /** `Huddle in a home: Letters and soup`. */
  event(event: Event): string;
  /** `Huddle near Tampa`, until the event itself has come. */
  pin(kind: string, town: string | null): string;
  /** `Mexico`, of `MX`. */
  country(code: string): string;
  /** `50 miles`. */
  distance(metres: number): string;
}

type Words = Pick<
  LocaleController<{ readonly map: typeof map; readonly kinds: typeof kinds }>,
  'text' | 'language'
>;

/** Names of countries in a language; the code itself where the browser knows none. */
function countryNames(language: string): (code: string) => string {
  // Made when it is first needed: it takes the browser tens of milliseconds.
  let names: Intl.DisplayNames | undefined;
  const known = new Map<string, string>();
  return (code) => {
    names ??= new Intl.DisplayNames(language, { type: 'region' });
    const name = known.get(code) ?? names.of(code) ?? code;
    known.set(code, name);
    return name;
  };
}

export function sceneWords(words: Words): SceneWords {
  return {
    cluster: (count, place) =>
      place === null
        ? words.text('map', 'clusterAnywhere', { count })
        : words.text('map', 'cluster', { count, place }),
    event: (event) => words.text('map', 'markerKind', { kind: kindText(event, words), title: event.title }),
    pin: (kind, place) =>
      place === null
        ? kindName(kind, words)
        : words.text('map', 'markerNear', { kind: kindName(kind, words), place }),
    country: countryNames(words.language),
    distance: (metres) => formatDistance(metres, words.language, 'long'),
  };
}
