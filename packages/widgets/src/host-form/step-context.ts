import type { Campaign, Commitment } from '@huddlekit/contract';
import type { Fault } from '../form/render-form.ts';
import type { form, hostForm, kinds } from '../locales/en.ts';
import type { LocaleController } from '../locales/locale-controller.ts';
import type { HostAnswers, Step } from './host-answers.ts';

/**
 * New values, or what makes them of the answers as they are then: a browser that fills in a form changes several
 * fields before the step is drawn again.
 */
export type AnswersChange = Partial<HostAnswers> | ((answers: HostAnswers) => Partial<HostAnswers>);

/** What a step draws from, and what it may do. */
export interface StepContext {
  readonly answers: HostAnswers;
  readonly change: (change: AnswersChange) => void;
  readonly faults: readonly Fault[];
  readonly locale: Pick<
    LocaleController<{
      readonly form: typeof form;
      readonly hostForm: typeof hostForm;
      readonly kinds: typeof kinds;
    }>,
    'text' | 'language'
  >;
  readonly commitments: readonly Commitment[];
  readonly goals: readonly string[];
  /** Undefined until the campaign has come. */
  readonly links: Campaign['links'] | undefined;
  readonly hub: string;
  readonly go: (step: Step) => void;
  /** Gives a field the focus, once what was changed is drawn. */
  readonly focus: (id: string) => void;
  /** The place was typed: the hub says where it is. */
  readonly findPlace: () => void;
}

/** The words of the form. */
export function wordsOf({ locale }: StepContext) {
  return (key: keyof typeof hostForm, values?: Readonly<Record<string, string | number>>): string =>
    locale.text('hostForm', key, values);
}

/** The label of a field that may stay empty. */
export function optional({ locale }: StepContext, label: string): string {
  return locale.text('form', 'optional', { label });
}
