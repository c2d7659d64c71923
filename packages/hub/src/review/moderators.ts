import { randomBytes } from 'node:crypto';
import { z } from '@huddlekit/contract';
import { audit } from '../events/audit.ts';
import type { HubParts } from '../hub.ts';
import { normalEmail } from '../privacy/vault.ts';
import type { WriteTransaction } from '../storage/storage.ts';

/** How long a mailed link may be used, in milliseconds. */
export const linkLife = 15 * 60_000;
/** How long a moderator stays signed in, in milliseconds. */
export const sessionLife = 12 * 3_600_000;
/** Links of one e-mail that are on their way; more would only fill a mailbox. */
const mostLinks = 5;

const Sealed = z.object({ email: z.string() });

/** The people who may sign in to the review, their mailed links and sessions. */
export interface Moderators {
  /** Answers false where the person is one already. */
  add(email: string): Promise<boolean>;
  /** Ends their sessions too; answers false where the person is none. */
  remove(email: string): Promise<boolean>;
  /** Their e-mails, in the order of the alphabet. */
  list(): Promise<string[]>;
  /** Mails a link, if the e-mail is a moderator's. It answers and works the same where it isn't. */
  requestLink(email: string, language: string): Promise<void>;
  /** Whether a link could be used now. Changes nothing. */
  isLink(token: string): Promise<boolean>;
  /** Uses a link up and answers the token of a session; undefined where it is used, too old or no moderator's. */
  signIn(token: string): Promise<string | undefined>;
  /** How a signed-in moderator is written down; undefined for whom is none (any more). */
  actorOf(session: string): Promise<string | undefined>;
  signOut(session: string): Promise<void>;
}

export function createModerators({ storage, vault, outbox, now }: HubParts): Moderators {
  const hashOf = (email: string): string => vault.hash('email', normalEmail(email));
  const tokenHash = (token: string): string => vault.hash('review-token', token);
  const actor = (emailHash: string): string => `moderator:${emailHash.slice(0, 12)}`;

  function liveLink(from: Pick<WriteTransaction, 'selectFrom'>, token: string) {
    return from
      .selectFrom('signInLinks')
      .innerJoin('moderators', 'moderators.emailHash', 'signInLinks.emailHash')
      .select('signInLinks.emailHash')
      .where('signInLinks.tokenHash', '=', tokenHash(token))
      .where('signInLinks.expiresAt', '>', now())
      .executeTakeFirst();
  }

  return {
    add: (email) =>
      storage.write(async (transaction) => {
        const emailHash = hashOf(email);
        const sealed = vault.seal({ email: normalEmail(email) }, `moderator:${emailHash}`);
        const { numInsertedOrUpdatedRows: added } = await transaction
          .insertInto('moderators')
          .values({ emailHash, sealed, createdAt: now() })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        if (added) await audit(transaction, now(), 'operator', 'add-moderator', actor(emailHash));
        return Boolean(added);
      }),

    remove: (email) =>
      storage.write(async (transaction) => {
        const emailHash = hashOf(email);
        const { numDeletedRows } = await transaction
          .deleteFrom('moderators')
          .where('emailHash', '=', emailHash)
          .executeTakeFirstOrThrow();
        if (numDeletedRows > 0n)
          await audit(transaction, now(), 'operator', 'remove-moderator', actor(emailHash));
        return numDeletedRows > 0n;
      }),

    async list() {
      const rows = await storage.read.selectFrom('moderators').selectAll().execute();
      return rows
        .map(({ emailHash, sealed }) => Sealed.parse(vault.open(sealed, `moderator:${emailHash}`)).email)
        .sort();
    },

    requestLink: (email, language) =>
      storage.write(async (transaction) => {
        const emailHash = hashOf(email);
        await transaction.deleteFrom('signInLinks').where('expiresAt', '<=', now()).execute();
        const { links } = await transaction
          .selectFrom('signInLinks')
          .select(({ fn }) => fn.countAll<number>().as('links'))
          .where('emailHash', '=', emailHash)
          .executeTakeFirstOrThrow();
        if (links >= mostLinks) return;
        const token = randomBytes(32).toString('base64url');
        // Stored for whoever asks, so that the time it takes doesn't tell who moderates; it opens nothing for others.
        await transaction
          .insertInto('signInLinks')
          .values({ tokenHash: tokenHash(token), emailHash, expiresAt: now() + linkLife })
          .execute();
        const moderator = await transaction
          .selectFrom('moderators')
          .select('sealed')
          .where('emailHash', '=', emailHash)
          .executeTakeFirst();
        if (!moderator) return;
        const { email: to } = Sealed.parse(vault.open(moderator.sealed, `moderator:${emailHash}`));
        const job = { kind: 'review-sign-in', to, name: '', language, eventId: '', message: token } as const;
        await outbox.enqueue(transaction, job);
      }),

    isLink: async (token) => (await liveLink(storage.read, token)) !== undefined,

    signIn: (token) =>
      storage.write(async (transaction) => {
        const link = await liveLink(transaction, token);
        if (!link) return undefined;
        const { emailHash } = link;
        await transaction.deleteFrom('signInLinks').where('tokenHash', '=', tokenHash(token)).execute();
        await transaction.deleteFrom('reviewSessions').where('expiresAt', '<=', now()).execute();
        const session = randomBytes(32).toString('base64url');
        await transaction
          .insertInto('reviewSessions')
          .values({ tokenHash: tokenHash(session), emailHash, expiresAt: now() + sessionLife })
          .execute();
        await audit(transaction, now(), actor(emailHash), 'sign-in', actor(emailHash));
        return session;
      }),

    async actorOf(session) {
      const row = await storage.read
        .selectFrom('reviewSessions')
        .innerJoin('moderators', 'moderators.emailHash', 'reviewSessions.emailHash')
        .select('reviewSessions.emailHash')
        .where('reviewSessions.tokenHash', '=', tokenHash(session))
        .where('reviewSessions.expiresAt', '>', now())
        .executeTakeFirst();
      return row && actor(row.emailHash);
    },

    async signOut(session) {
      await storage.write((transaction) =>
        transaction.deleteFrom('reviewSessions').where('tokenHash', '=', tokenHash(session)).execute(),
      );
    },
  };
}
