import type { CampaignFile } from '../campaign/campaign-file.ts';
import { statement } from '../storage/statement.ts';
import type { WriteTransaction } from '../storage/storage.ts';
import type { mailKinds } from './outbox.ts';

/** Mails a day to a mailbox whose owner hasn't asked for them: anybody may type any address into a form. */
const mostUnasked = 3;
const day = 86_400_000;

type Kind = (typeof mailKinds)[number];

/** What a form that a stranger fills in sends to the mailbox that was typed. */
const unasked: readonly Kind[] = [
  'attendance-confirm',
  'attendance-known',
  'attendance-waitlisted',
  'attendance-cancelled',
  'host-verification',
];

/** Counts mails of some kinds to a mailbox since an instant. */
const counting = (kinds: readonly Kind[]) =>
  statement((from, { recipientHash, after }: { readonly recipientHash: string; readonly after: number }) =>
    from
      .selectFrom('outbox')
      .select(({ fn }) => fn.countAll<number>().as('sent'))
      .where('recipientHash', '=', recipientHash)
      .where('createdAt', '>', after)
      .where('kind', 'in', [...kinds]),
  );
const countUnasked = counting(unasked);
const countWithConfirmed = counting([...unasked, 'attendance-confirmed']);

/** The last time that the owner of a mailbox followed a mailed link. */
const lastAnswer = statement((from, { recipientHash }: { readonly recipientHash: string }) =>
  from
    .selectFrom('attendances')
    .select(({ fn }) => fn.max('confirmedAt').as('answeredAt'))
    .where('emailHash', '=', recipientHash),
);

/**
 * Whether a mailbox may get one more mail that its owner hasn't asked for; those before its owner last answered aren't
 * counted. Counted in the transaction that would send it, so that requests at the same time don't pass together.
 */
export async function mayMail(
  transaction: WriteTransaction,
  { confirmation }: Pick<CampaignFile, 'confirmation'>,
  recipientHash: string,
  now: number,
): Promise<boolean> {
  // Where a party is confirmed at once, that mail too goes to a mailbox that nobody has proven.
  const count = confirmation === 'none' ? countWithConfirmed : countUnasked;
  const isBelow = async (after: number): Promise<boolean> => {
    const [counted] = await count(transaction, { recipientHash, after });
    return (counted?.sent ?? 0) < mostUnasked;
  };
  if (await isBelow(now - day)) return true;
  const [answer] = await lastAnswer(transaction, { recipientHash });
  const answeredAt = answer?.answeredAt ?? null;
  return answeredAt !== null && answeredAt > now - day && (await isBelow(answeredAt));
}
