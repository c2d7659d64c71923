import { randomBytes } from 'node:crypto';
import { audit } from '../events/audit.ts';
import { newId } from '../events/event-write.ts';
import { instantOf } from '../events/event-row.ts';
import type { HubParts } from '../hub.ts';

/** What a key may do. */
export const keyRoles = ['moderator', 'organization'] as const;
export type KeyRole = (typeof keyRoles)[number];

/** A key as it is listed; itself it is shown once and never again. */
export interface ListedKey {
  readonly id: string;
  readonly role: string;
  readonly name: string;
  readonly createdAt: string;
  readonly isRevoked: boolean;
}

/** Keys by which programs come in. */
export interface AccessKeys {
  /** Makes a key and answers it, the only time. */
  add(role: KeyRole, name: string): Promise<{ id: string; key: string }>;
  list(): Promise<ListedKey[]>;
  /** Answers false where there is no such key, or it is revoked already. */
  revoke(id: string): Promise<boolean>;
  /** How the holder of a key is written down; undefined for what is none of the role. */
  actorOf(key: string, role: KeyRole): Promise<string | undefined>;
}

export function createAccessKeys({ storage, vault, now }: HubParts): AccessKeys {
  const hashOf = (key: string): string => vault.hash('access-key', key);
  return {
    add: (role, name) =>
      storage.write(async (transaction) => {
        const id = newId();
        // The beginning tells secret scanners, and who finds it, what it is.
        const key = `huddlekit_${role}_${randomBytes(32).toString('base64url')}`;
        await transaction
          .insertInto('accessKeys')
          .values({ id, role, name, keyHash: hashOf(key), createdAt: now(), revokedAt: null })
          .execute();
        await audit(transaction, now(), 'operator', 'add-key', id);
        return { id, key };
      }),

    async list() {
      const rows = await storage.read.selectFrom('accessKeys').selectAll().orderBy('createdAt').execute();
      return rows.map(({ id, role, name, createdAt, revokedAt }) => ({
        id,
        role,
        name,
        createdAt: instantOf(createdAt),
        isRevoked: revokedAt !== null,
      }));
    },

    revoke: (id) =>
      storage.write(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('accessKeys')
          .set({ revokedAt: now() })
          .where('id', '=', id)
          .where('revokedAt', 'is', null)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows > 0n) await audit(transaction, now(), 'operator', 'revoke-key', id);
        return numUpdatedRows > 0n;
      }),

    async actorOf(key, role) {
      const row = await storage.read
        .selectFrom('accessKeys')
        .select('id')
        .where('keyHash', '=', hashOf(key))
        .where('role', '=', role)
        .where('revokedAt', 'is', null)
        .executeTakeFirst();
      return row && `key:${row.id}`;
    },
  };
}
