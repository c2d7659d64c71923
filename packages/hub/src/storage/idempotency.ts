import type { Vault } from '../privacy/vault.ts';
import { insertRow } from './insert-row.ts';
import { statement } from './statement.ts';
import type { WriteTransaction } from './storage.ts';
import { ProblemError } from '../server/problem-error.ts';

/** A client repeats a request within minutes; a week, in milliseconds, also covers a phone that was off. */
export const keyLife = 7 * 24 * 3_600_000;

/** One request with its Idempotency-Key. */
export interface IdempotentRequest {
  readonly route: string;
  readonly key: string;
  /** The parsed body; another body under the same key is refused. */
  readonly payload: unknown;
}

const knownKey = statement((from, { route, keyHash }: { readonly route: string; readonly keyHash: string }) =>
  from
    .selectFrom('idempotencyKeys')
    .select(['requestHash', 'resultJson'])
    .where('route', '=', route)
    .where('keyHash', '=', keyHash),
);

/**
 * Runs `effect` once for a key: its result is stored in the same transaction, so a crash keeps both or neither, and
 * a repeated request gets the result without the effect. A repeat that comes while the first is under way waits for
 * it at the write lock.
 */
export async function once<Result>(
  transaction: WriteTransaction,
  vault: Vault,
  { route, key, payload }: IdempotentRequest,
  now: number,
  effect: () => Promise<Result>,
): Promise<Result> {
  // Keyed hashes: a plain one of a body would let a thief of the database try out e-mails.
  const keyHash = vault.hash('idempotency-key', key);
  const requestHash = vault.hash('idempotency-request', JSON.stringify(payload));
  const [known] = await knownKey(transaction, { route, keyHash });
  if (known) {
    if (known.requestHash !== requestHash) throw new ProblemError('idempotency_mismatch');
    return JSON.parse(known.resultJson) as Result;
  }
  const result = await effect();
  const resultJson = JSON.stringify(result);
  await insertRow(transaction, 'idempotencyKeys', {
    route,
    keyHash,
    requestHash,
    resultJson,
    createdAt: now,
  });
  return result;
}

/** Forgets keys of requests before an instant: nobody repeats those any more. */
export async function forgetKeys(transaction: WriteTransaction, before: number): Promise<void> {
  await transaction.deleteFrom('idempotencyKeys').where('createdAt', '<', before).execute();
}
