import type { Event } from '@huddlekit/contract';
import type { Hub } from '../hub.ts';
import type { AttendanceRow } from '../storage/schema.ts';
import type { en } from './locales/en.ts';
import type { MailJob } from './outbox.ts';

/** What a letter is written from. */
export interface MailContext {
  readonly hub: Hub;
  readonly job: MailJob;
  readonly event: Event;
  /** Version of the links of the host, or of the co-host whom the mail is for. */
  readonly tokenVersion: number;
  /** The person's own, in the order of the job. */
  readonly attendances: readonly AttendanceRow[];
  /** The person's place in the waiting line, from 1. */
  readonly waitlistPlace: number | null;
  /** The person's name, or nothing where what was typed might not be one. */
  readonly name: string;
  readonly language: 'en' | 'es';
  readonly words: (key: keyof typeof en, values?: Readonly<Record<string, string | number>>) => string;
}
