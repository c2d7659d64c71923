import type { CampaignFile } from '../campaign/campaign-file.ts';
import { html, type Html } from '../text/html.ts';
import type { Visit } from './page.ts';

type Recording = NonNullable<CampaignFile['trainings'][number]['recording']>;

/** A link to a recording, with its length and how often it was seen. */
export function recordingLink(
  { url, duration, views }: Pick<Recording, 'url' | 'duration' | 'views'>,
  { words, language }: Visit,
): Html {
  const facts = [
    duration === undefined ? undefined : lengthInWords(duration, language),
    views === undefined ? undefined : viewsInWords(views, { words, language }),
  ].filter(Boolean);
  return html`<a rel="noopener" href="${url}">${words('recording')}</a>
    <span class="muted small">${facts.length > 0 && `(${facts.join(', ')})`}</span>`;
}

function viewsInWords(views: number, { words, language }: Pick<Visit, 'words' | 'language'>): string {
  const figure = new Intl.NumberFormat(`${language}-US`).format(views);
  return words('recordingViews', { count: views }).replace(String(views), figure);
}

/** `1 hr, 24 min` */
function lengthInWords(seconds: number, language: string): string {
  const minutes = Math.round(seconds / 60);
  const part = (value: number, unit: 'hour' | 'minute'): string =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  const parts = [
    ...(minutes >= 60 ? [part(Math.floor(minutes / 60), 'hour')] : []),
    ...(minutes % 60 > 0 ? [part(minutes % 60, 'minute')] : []),
  ];
  return parts.join(' ');
}
