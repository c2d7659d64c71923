import type { ManagedEvent, PendingChange } from '@huddlekit/contract';
import { html, type Html } from '../../text/html.ts';
import { whenOf } from '../../text/when.ts';
import { addressInWords } from '../event-facts.ts';
import { kinds } from '../locales/kinds.ts';
import type { Words } from '../page.ts';
import type { ManageVisit } from './manage-visit.ts';

interface Row {
  readonly name: Parameters<Words>[0];
  readonly from: string;
  readonly to: string;
}

/** What waits for a moderator, each beside what everybody sees now, and a way to take it back. */
export function waitingChange(event: ManagedEvent, change: PendingChange, visit: ManageVisit): Html {
  const { words, path } = visit;
  return html`<section class="waiting">
    <h2>${words('manageWaiting')}</h2>
    <p>${words('manageWaitingText')}</p>
    <div class="diff">
      ${rowsOf(event, change, visit).map(
        ({ name, from, to }) =>
          html`<div>
            <h3>${words(name)}</h3>
            <dl>
              <div>
                <dt>${words('manageNow')}</dt>
                <dd>${from || words('reviewEmpty')}</dd>
              </div>
              <div>
                <dt>${words('manageWanted')}</dt>
                <dd><ins>${to || words('reviewEmpty')}</ins></dd>
              </div>
            </dl>
          </div>`,
      )}
    </div>
    <form method="post" action="${path('edit')}">
      <button class="button" name="act" value="withdraw">${words('manageWithdraw')}</button>
    </form>
  </section>`;
}

function rowsOf(event: ManagedEvent, change: PendingChange, { language }: ManageVisit): Row[] {
  const names: Readonly<Record<string, string>> = kinds[language];
  const kindName = (kind: string): string => names[kind] ?? kind;
  const times = (timeslots: NonNullable<PendingChange['timeslots']>, timezone: string): string =>
    timeslots
      .map((slot) => {
        const { day, time, zoneShort } = whenOf({ timezone }, slot, language);
        return [day, time && `${time} ${zoneShort}`].filter(Boolean).join(', ');
      })
      .join('\n');
  const row = (name: Row['name'], from: string, to: string | null | undefined): Row[] =>
    to === undefined ? [] : [{ name, from, to: to ?? '' }];
  return [
    ...row('fieldKind', kindName(event.kind), change.kind && kindName(change.kind)),
    ...row('fieldTitle', event.title, change.title),
    ...row('fieldSummary', event.summary, change.summary),
    ...row('fieldDescription', event.description, change.description),
    ...row('fieldTimezone', event.timezone, change.timezone),
    ...row(
      'fieldTimes',
      times(event.timeslots, event.timezone),
      change.timeslots && times(change.timeslots, change.timezone ?? event.timezone),
    ),
    ...row('fieldPlace', addressInWords(event.location), change.location && addressInWords(change.location)),
    ...row('fieldBrowserUrl', event.browserUrl ?? '', change.browserUrl),
  ];
}
