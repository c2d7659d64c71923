import { guestLetters } from './guest-letters.ts';
import { hostLetters } from './host-letters.ts';
import type { Letter } from './letter.ts';
import type { MailContext } from './mail-context.ts';
import type { MailJob } from './outbox.ts';

/** How each kind of mail is written. */
export const letters: Readonly<
  Record<Exclude<MailJob['kind'], 'review-sign-in'>, (context: MailContext) => Letter | Promise<Letter>>
> = { ...hostLetters, ...guestLetters };
