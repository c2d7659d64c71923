/** Asks for one more call within the rolling second that ends now; false where all are used up. */
export type Allowance = () => boolean;

/** Lets so many calls a second through. What is refused doesn't count. */
export function callsPerSecond(limit: number, now: () => number): Allowance {
  let recent: number[] = [];
  return () => {
    const moment = now();
    recent = recent.filter((call) => call > moment - 1_000);
    if (recent.length >= limit) return false;
    recent.push(moment);
    return true;
  };
}
