import type { Hub } from '../hub.ts';
import { forgetSpent } from '../admission/proofs.ts';
import { forgetKeys, keyLife } from '../storage/idempotency.ts';
import type { Log } from './log.ts';

const hour = 3_600_000;
/** Seats that nobody confirmed are free within this time, also where nobody asks for them. */
const holdsRest = 30_000;

/** Does what must be done from time to time, once at the start and then each hour; holds more often. */
export function startUpkeep(
  hub: Pick<Hub, 'storage' | 'now' | 'people' | 'attendances'>,
  log: Log,
): { stop(): void } {
  const work = (): void => {
    Promise.all([
      hub.storage.write(async (transaction) => {
        await forgetKeys(transaction, hub.now() - keyLife);
        await forgetSpent(transaction, hub.now());
      }),
      hub.people.forget(),
    ]).catch((error: unknown) => {
      log.failure(error);
    });
  };
  const expire = (): void => {
    hub.attendances.expire().catch((error: unknown) => {
      log.failure(error);
    });
  };
  work();
  expire();
  const timers = [setInterval(work, hour), setInterval(expire, holdsRest)];
  for (const timer of timers) timer.unref();
  return {
    stop() {
      timers.forEach(clearInterval);
    },
  };
}
