import type { AttendanceReceipt } from '@huddlekit/contract';

// What this page was told; it goes with the page.
const standings = new Map<string, AttendanceReceipt>();
const keyOf = (hub: string | undefined, eventId: string): string =>
  `huddlekit-coming:${hub ?? ''}:${eventId}`;

/**
 * What a hub answered to an RSVP made on this page, or on this device where the visitor chose to have it remembered.
 * The page holds that attendance's token then, so it tells nobody anything new.
 */
export function standingIn(hub: string | undefined, eventId: string): AttendanceReceipt | undefined {
  const key = keyOf(hub, eventId);
  const standing = standings.get(key) ?? rememberedAt(key);
  if (standing) standings.set(key, standing);
  return standing;
}

/** Keeps an answer while the page is there; undefined forgets it, on the device too. */
export function setStanding(
  hub: string | undefined,
  eventId: string,
  receipt: AttendanceReceipt | undefined,
): void {
  const key = keyOf(hub, eventId);
  if (receipt) standings.set(key, receipt);
  else {
    standings.delete(key);
    remember(hub, eventId, false, 0);
  }
}

/** Whether the device remembers it. */
export function isRemembered(hub: string | undefined, eventId: string): boolean {
  return rememberedAt(keyOf(hub, eventId)) !== undefined;
}

/**
 * Remembers an answer on this device until an instant (milliseconds since 1970), or no longer; only by the visitor's
 * own act. It holds no name and no address. Answers whether it is remembered: a browser may not let it.
 */
export function remember(
  hub: string | undefined,
  eventId: string,
  isWanted: boolean,
  until: number,
): boolean {
  const key = keyOf(hub, eventId);
  const receipt = standings.get(key);
  try {
    if (isWanted && receipt) localStorage.setItem(key, JSON.stringify({ until, receipt }));
    else localStorage.removeItem(key);
    return isWanted && receipt !== undefined;
  } catch {
    return false;
  }
}

function rememberedAt(key: string): AttendanceReceipt | undefined {
  try {
    const text = localStorage.getItem(key);
    if (text === null) return undefined;
    const { until, receipt } = JSON.parse(text) as { until?: number; receipt?: AttendanceReceipt };
    if (typeof until === 'number' && until > Date.now() && Array.isArray(receipt?.attendances))
      return receipt;
    localStorage.removeItem(key);
  } catch {
    // A browser without storage remembers nothing.
  }
  return undefined;
}
