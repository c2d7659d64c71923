import type { HubParts } from '../hub.ts';
import { namesVersion } from '../server/if-match.ts';
import { ProblemError } from '../server/problem-error.ts';
import { once } from './idempotency.ts';
import type { WriteTransaction } from './storage.ts';

/** What a change needs of the hub. */
export interface ChangeParts extends HubParts {
  /** Where versions are compared. Outside the transaction is what a test uses to see that changes get lost. */
  readonly versionCheck: 'inside' | 'outside';
  /** Runs between comparing the version and the change. */
  readonly pause: () => Promise<void>;
}

/** How a change was asked for. */
export interface ChangeTerms {
  /** The If-Match header: the versions it may be made from. */
  readonly ifMatch: string;
  /** The Idempotency-Key, empty without one. A repeat with the same key isn't measured by the version it made. */
  readonly key: string;
}

type Reader = Pick<WriteTransaction, 'selectFrom'>;

/**
 * Makes one change of a row, whole or not at all: only from a version that it names, and once for its key.
 * @throws ProblemError `not_found`, `version_mismatch`, `idempotency_mismatch`, and what `change` throws
 */
export async function changeRow<Row extends { readonly version: number }>(
  { storage, vault, now, versionCheck, pause }: ChangeParts,
  { route, payload, ifMatch, key }: ChangeTerms & { readonly route: string; readonly payload: unknown },
  read: (from: Reader) => Promise<Row | undefined>,
  change: (transaction: WriteTransaction, row: Row) => Promise<void>,
): Promise<void> {
  async function checked(from: Reader): Promise<Row> {
    const row = await read(from);
    if (!row) throw new ProblemError('not_found');
    checkVersion(ifMatch, row);
    await pause();
    return row;
  }
  const early = versionCheck === 'outside' ? await checked(storage.read) : undefined;
  await storage.write((transaction) => {
    const effect = async (): Promise<void> => change(transaction, early ?? (await checked(transaction)));
    if (key === '') return effect();
    const request = { route, key, payload: [ifMatch, payload] };
    return once(transaction, vault, request, now(), async () => {
      await effect();
      return null;
    }).then(() => undefined);
  });
}

/** @throws ProblemError `version_mismatch` */
export function checkVersion(ifMatch: string | undefined, { version }: { readonly version: number }): void {
  if (ifMatch !== undefined && !namesVersion(ifMatch, version)) throw new ProblemError('version_mismatch');
}
