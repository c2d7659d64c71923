/** Gives a claim back. */
export type Release = () => void;

/**
 * Claims a name among all tabs of a site; undefined where another tab holds it. A tab that goes gives its claims back.
 * Where there are no Web Locks everybody gets it, and the one key of a write still keeps it one.
 * @see https://w3c.github.io/web-locks/
 */
export async function claim(
  name: string,
  locks: LockManager | undefined = globalThis.navigator?.locks,
): Promise<Release | undefined> {
  if (!locks) return () => undefined;
  return new Promise((resolve, reject) => {
    const hold = (lock: Lock | null): Promise<void> | undefined => {
      if (lock) return new Promise((release) => resolve(release));
      resolve(undefined);
      return undefined;
    };
    locks.request(name, { ifAvailable: true }, hold).catch(reject);
  });
}
