import type { Hub } from '../hub.ts';
import { forgetSpent } from '../admission/proofs.ts';
import { forgetKeys, keyLife } from '../storage/idempotency.ts';
import type { Log } from './log.ts';

const hour = 3_600_000;

/** Does what must be done from time to time, once at the start and then each hour. */
export function startUpkeep(hub: Pick<Hub, 'storage' | 'now'>, log: Log): { stop(): void } {
  const work = (): void => {
    hub.storage
      .write(async (transaction) => {
        await forgetKeys(transaction, hub.now() - keyLife);
        await forgetSpent(transaction, hub.now());
      })
      .catch((error: unknown) => {
        log.failure(error);
      });
  };
  work();
  const timer = setInterval(work, hour);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
    },
  };
}
