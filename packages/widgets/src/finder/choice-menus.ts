import { eventKinds } from '@huddlekit/contract/vocabulary';
import { html } from 'lit';
import { kindName } from '../card/kind-text.ts';
import { capitalized } from '../locales/message.ts';
import type { EventStore } from '../store/event-store.ts';
import type { FinderLocale } from './finder-words.ts';
import { renderChoice, type Menu, type MenuName } from './menu.ts';

/** Kinds, any number of them, each with how many events it has. */
export function kindMenu(store: EventStore, locale: FinderLocale): Menu {
  const { kinds } = store.filters;
  const names = kinds.map((kind) => kindName(kind, locale.host));
  const countOf = (kind: string): number | undefined =>
    store.counts ? (store.counts.kinds[kind] ?? 0) : undefined;
  return {
    name: 'kinds',
    title: locale.text('kind'),
    chosen: names.length > 1 ? locale.text('kinds', { count: names.length }) : (names[0] ?? null),
    clear: () => store.filter({ kinds: [] }),
    content: () =>
      html`${eventKinds.map((kind) =>
        renderChoice(
          {
            type: 'checkbox',
            name: 'kinds',
            label: kindName(kind, locale.host),
            isChosen: kinds.includes(kind),
            count: countOf(kind),
            choose: () => store.filter({ kinds: toggled(kinds, kind) }),
          },
          locale,
        ),
      )}`,
  };
}

/** In person, online, or both. */
export function attendanceMenu(store: EventStore, locale: FinderLocale): Menu {
  const { inPerson, online } = store.filters;
  const both = { inPerson: true, online: true };
  const onlyInPerson = locale.text('onlyInPerson');
  const onlyOnline = locale.text('onlyOnline');
  return oneOf(
    {
      name: 'attendance',
      title: locale.text('attendance'),
      chosen: inPerson && online ? null : inPerson ? onlyInPerson : onlyOnline,
      clear: () => store.filter(both),
    },
    () => [
      [locale.text('bothAttendances'), inPerson && online, () => store.filter(both)],
      [onlyInPerson, !online, () => store.filter({ inPerson: true, online: false })],
      [onlyOnline, !inPerson, () => store.filter({ inPerson: false, online: true })],
    ],
    locale,
  );
}

/** A language spoken there. */
export function languageMenu(store: EventStore, tags: readonly string[], locale: FinderLocale): Menu {
  const { language } = store.filters;
  let names: Intl.DisplayNames | undefined;
  const nameOf = (tag: string): string => {
    names ??= new Intl.DisplayNames(locale.language, { type: 'language' });
    return capitalized(names.of(tag) ?? tag, locale.language);
  };
  const clear = () => store.filter({ language: null });
  return oneOf(
    {
      name: 'language',
      title: locale.text('language'),
      chosen: language && nameOf(language),
      clear,
    },
    () => [
      [locale.text('anyLanguage'), language === null, clear],
      ...tags.map((tag): Option => [nameOf(tag), tag === language, () => store.filter({ language: tag })]),
    ],
    locale,
  );
}

/** The organization that holds them; `sponsors` are names by id. */
export function sponsorMenu(
  store: EventStore,
  sponsors: ReadonlyMap<string, string>,
  locale: FinderLocale,
): Menu {
  const { sponsor } = store.filters;
  const clear = () => store.filter({ sponsor: null });
  return oneOf(
    {
      name: 'sponsor',
      title: locale.text('sponsor'),
      chosen: sponsor && (sponsors.get(sponsor) ?? locale.text('oneSponsor')),
      clear,
    },
    () => [
      [locale.text('anySponsor'), sponsor === null, clear],
      ...[...sponsors].map(([id, name]): Option => [
        name,
        id === sponsor,
        () => store.filter({ sponsor: id }),
      ]),
    ],
    locale,
  );
}

/** Label, whether it is chosen, and what chooses it. */
type Option = readonly [string, boolean, () => void];

function oneOf(menu: Omit<Menu, 'content'>, options: () => readonly Option[], locale: FinderLocale): Menu {
  const name: MenuName = menu.name;
  return {
    ...menu,
    content: () =>
      html`${options().map(([label, isChosen, choose]) =>
        renderChoice({ type: 'radio', name, label, isChosen, choose }, locale),
      )}`,
  };
}

function toggled(kinds: readonly string[], kind: string): readonly string[] {
  return kinds.includes(kind) ? kinds.filter((other) => other !== kind) : [...kinds, kind];
}
