import type { Campaign, Event } from '@huddlekit/contract';
import type { Fault } from '../form/render-form.ts';
import type { RsvpAnswers } from './rsvp-input.ts';
import type { RsvpLocale } from './rsvp-words.ts';

/** What the form draws from, and what it may do. */
export interface FormContext {
  readonly event: Event;
  /** Undefined until it is there; who may write is then not asked. */
  readonly campaign: Campaign | undefined;
  readonly answers: RsvpAnswers;
  readonly faults: readonly Fault[];
  readonly locale: RsvpLocale;
  readonly change: (values: Partial<RsvpAnswers>) => void;
}
