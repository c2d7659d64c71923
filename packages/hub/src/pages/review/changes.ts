import type { ReviewItem } from '@huddlekit/contract';
import { html, type Html } from '../../text/html.ts';
import { instantInWords } from '../../text/when.ts';
import { kinds } from '../locales/kinds.ts';
import type { Visit, Words } from '../page.ts';

type Label = Parameters<Words>[0];

const fieldWords: Readonly<Record<string, Label>> = {
  title: 'fieldTitle',
  summary: 'fieldSummary',
  description: 'fieldDescription',
  kind: 'fieldKind',
  timezone: 'fieldTimezone',
  browserUrl: 'fieldBrowserUrl',
  place: 'fieldPlace',
  times: 'fieldTimes',
  hostName: 'fieldHostName',
  sponsor: 'fieldSponsor',
};

/** A field's name as moderators read it. */
export function fieldName(field: string | null, words: Words): string {
  const key = fieldWords[field ?? ''];
  return key ? words(key) : (field ?? '');
}

const placeKinds: Readonly<Record<string, Label>> = { home: 'placeHome', online: 'placeOnline' };

/** A place whose kind, where it begins with one, is said in the reader's language. */
export function placeInWords(place: string, words: Words): string {
  const [first = '', ...rest] = place.split(', ');
  const kind = placeKinds[first];
  return [kind ? words(kind) : first, ...rest].join(', ');
}

/** Each change beside what is public now. */
export function changesBeside({ changes, timezone }: ReviewItem, visit: Visit): Html {
  const { words } = visit;
  return html`<h2>${words('reviewDiff')}</h2>
    <div class="diff">
      ${changes.map(({ field, from, to }) => {
        const shown = (text: string): string => valueInWords(field, text, timezone, visit);
        return html`<div>
          <h3>${fieldName(field, words)}</h3>
          <dl>
            <div>
              <dt>${words('reviewFrom')}</dt>
              <dd>${shown(from)}</dd>
            </div>
            <div>
              <dt>${words('reviewTo')}</dt>
              <dd><ins>${shown(to)}</ins></dd>
            </div>
          </dl>
        </div>`;
      })}
    </div>`;
}

function valueInWords(field: string, text: string, timezone: string, { words, language }: Visit): string {
  if (text === '') return words('reviewEmpty');
  const names: Readonly<Record<string, string>> = kinds[language];
  if (field === 'kind') return names[text] ?? text;
  if (field === 'place') return placeInWords(text, words);
  if (field !== 'times') return text;
  // The wire tells times as one text for programs, with its words in English.
  return text
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (instant) =>
      instantInWords(Date.parse(instant), timezone, language),
    )
    .replaceAll(' to ', ' – ')
    .replaceAll('(all day)', `(${words('allDay')})`)
    .replaceAll('; ', '\n');
}
