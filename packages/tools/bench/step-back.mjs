import { existsSync, writeFileSync } from 'node:fs';

/** Linux shares the processor out among sessions, each with a niceness of its own; elsewhere there is no such file. */
const session = '/proc/self/autogroup';

/**
 * Lets the browser, which has a session of its own, go before this process and its servers: those are on other machines
 * where it counts, and don't stop the work of a page half-way. Answers what ends that.
 */
export function stepBack() {
  const setNiceness = (value) => existsSync(session) && writeFileSync(session, value);
  const comeForward = () => setNiceness('0');
  setNiceness('15');
  process.once('exit', comeForward);
  return comeForward;
}
