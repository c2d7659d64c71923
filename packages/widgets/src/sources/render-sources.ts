import type { Event } from '@huddlekit/contract';
import type { SourceFailure } from '@huddlekit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { failureFrom } from '../element/failure.ts';
import { icon, warning } from '../icons/icon.ts';
import type { LocaleController } from '../locales/locale-controller.ts';
import { sources as english } from '../locales/en/sources.ts';
import { format } from '../locales/message.ts';
import { nameOfSource, type Sources } from './sources.ts';

export type SourcesLocale = Pick<LocaleController<Record<string, never>>, 'later' | 'language'>;

/** Says politely which sources are missing for now, and which are not whole; what is there stays. */
export function renderFailures({ failures }: Sources, locale: SourcesLocale): TemplateResult {
  const [cut, gone] = [failures.filter(isIncomplete), failures.filter((failure) => !isIncomplete(failure))];
  return html`<div role="status">
    ${gone.length > 0 ? renderNotice('missing', gone, locale) : nothing}
    ${cut.length > 0 ? renderNotice('incomplete', cut, locale) : nothing}
  </div>`;
}

function isIncomplete({ error }: SourceFailure): boolean {
  return failureFrom(error).code === 'incomplete_feed';
}

function renderNotice(
  key: 'missing' | 'incomplete',
  failures: readonly SourceFailure[],
  locale: SourcesLocale,
): TemplateResult {
  const names = new Intl.ListFormat(locale.language).format(
    failures.map(({ source }) => wordFor(source, locale)),
  );
  return html`<p class="notice notice-warning missing" part="notice">
    ${icon(warning)}<span>${textOf(key, locale, { names })}</span>
  </p>`;
}

/** Where else an event is listed, when several sources have it. */
export function renderOrigins(
  { sources = [] }: Event,
  locale: SourcesLocale,
): TemplateResult | typeof nothing {
  if (sources.length < 2) return nothing;
  const names = new Intl.ListFormat(locale.language).format(sources.map((source) => ownName(source, locale)));
  return html`<br /><span class="muted">${textOf('listedBy', locale, { names })}</span>`;
}

/** What a hub's own events come from: its hosts, its campaign, its sample. */
const ownSystems: ReadonlySet<string> = new Set(['huddlekit', 'campaign', 'sample']);

function ownName(source: Event['source'], locale: SourcesLocale): string {
  return ownSystems.has(source.system) ? textOf('thisSite', locale) : nameOfSource(source);
}

/** A source's name in words: `mobilize:1234` is Mobilize, `feed:https://a.example/b.ics` is a.example. */
function wordFor(source: string, locale: SourcesLocale): string {
  if (source.startsWith('mobilize:')) return 'Mobilize';
  const url = source.slice(source.indexOf(':') + 1);
  return URL.canParse(url) ? new URL(url).hostname : textOf('thisSite', locale);
}

function textOf(
  key: keyof typeof english,
  locale: SourcesLocale,
  values?: Readonly<Record<string, string>>,
): string {
  return format(locale.later('sources', english)[key], locale.language, values);
}
