import { z } from '@huddlekit/contract';
import { metresBetween } from '@huddlekit/contract/event-list';
import { homeCellOf } from '@huddlekit/contract/home-cell';
import type { WriteTransaction } from '../storage/storage.ts';
import { normalEmail, type Vault } from './vault.ts';

const Point = z.object({ latitude: z.number(), longitude: z.number() });
export type Point = z.infer<typeof Point>;

/** A home that moves less than this keeps its cell, whatever cell its new point lies in. */
export const sameHomeDistance = 500;

/** What makes two homes the same one: the address as typed, or the host. */
export interface HomeIdentity {
  readonly address: string;
  readonly hostEmail: string;
}

/** How the public point of a home is found. Only `kept` is safe; tests show with the others why. */
export type HomePoint =
  /** The cell that the home was given first. */
  | 'kept'
  /** The cell of each new point. */
  | 'fresh'
  /** The true point. */
  | 'exact';

/**
 * The public cell of a home. Its first cell is kept: a later point within 500 m of a home of the same address or
 * host gets it again, so that moving a pin to and fro across a border of the grid gives nothing away.
 */
export async function publicCellOf(
  transaction: WriteTransaction,
  vault: Vault,
  home: HomeIdentity,
  point: Point,
): Promise<Point> {
  const addressHash = vault.hash('home-address', normalAddress(home.address));
  const hostHash = vault.hash('home-host', normalEmail(home.hostEmail));
  const known = await transaction
    .selectFrom('homeCells')
    .selectAll()
    .where((where) => where.or([where('addressHash', '=', addressHash), where('hostHash', '=', hostHash)]))
    .orderBy('id')
    .execute();
  const same = known.find(({ sealedPoint }) => {
    const first = Point.parse(vault.open(sealedPoint, 'home-cell'));
    return (
      metresBetween(first.latitude, first.longitude, point.latitude, point.longitude) <= sameHomeDistance
    );
  });
  const cell = same ? { latitude: same.latitude, longitude: same.longitude } : homeCellOf(point);
  if (!same || same.addressHash !== addressHash || same.hostHash !== hostHash) {
    await transaction
      .insertInto('homeCells')
      .values({
        addressHash,
        hostHash,
        ...cell,
        // Where the home is known, its first point stays the one that distances are measured from.
        sealedPoint: same?.sealedPoint ?? vault.seal(point, 'home-cell'),
      })
      .execute();
  }
  return cell;
}

/** An address without the differences that people make when they type it again. */
export function normalAddress(address: string): string {
  return address
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
