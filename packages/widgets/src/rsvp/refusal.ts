import type { Event } from '@huddlekit/contract';
import { html, type TemplateResult } from 'lit';
import { cross, offline } from '../icons/drawings.ts';
import { icon } from '../icons/icon.ts';
import { wordsOf, type RsvpLocale, type RsvpWord } from './rsvp-words.ts';
import { openTimeslots } from './timeslot-choice.ts';

/** What a hub refuses, by the code of its answer. */
const conflicts: Readonly<Record<string, RsvpWord>> = {
  event_over: 'over',
  event_cancelled: 'cancelled',
  rsvp_elsewhere: 'elsewhere',
};

/** Why the hub took no RSVP, as the key of a message. */
export function refusalOf(code: string): RsvpWord {
  return conflicts[code] ?? 'failed';
}

/** Why an event takes no RSVP, before the hub has to say so. */
export function closedWord(event: Event): RsvpWord | undefined {
  if (event.status === 'cancelled') return 'cancelled';
  if (openTimeslots(event).length === 0) return 'over';
  return event.rsvp === 'native' ? undefined : 'elsewhere';
}

/** Whether no other RSVP to the event would be taken either, as one for another of its times might be. */
export function isFinal(refusal: RsvpWord | undefined, event: Event): boolean {
  return isConflict(refusal) && !(refusal === 'over' && openTimeslots(event).length > 1);
}

function isConflict(refusal: RsvpWord | undefined): boolean {
  return Object.values<unknown>(conflicts).includes(refusal);
}

export interface RefusalParts {
  readonly refusal: RsvpWord;
  readonly event: Event;
  readonly hub: string;
  readonly locale: RsvpLocale;
}

/** Why nothing was sent, and where to go on. */
export function renderRefusal({ refusal, event, hub, locale }: RefusalParts): TemplateResult {
  const text = wordsOf(locale);
  const isElsewhere = refusal === 'elsewhere';
  const url = isElsewhere && event.browserUrl ? event.browserUrl : `${hub}/`;
  const link = html`<a class="link" part="link" rel="noopener" href=${url}
    >${text(isElsewhere ? 'toItsPage' : 'findAnother')}</a
  >`;
  const isClosed = isConflict(refusal);
  return html`<div class="notice notice-warning refusal" part="notice" role="alert" tabindex="-1">
    ${icon(isClosed ? cross : offline)}
    <div>
      <h3>${text(isClosed ? refusal : 'notSent')}</h3>
      <p>${isClosed ? link : text(refusal)}</p>
    </div>
  </div>`;
}
