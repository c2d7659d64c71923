/** What the form in the frame tells the page around it. Nothing a host typed is ever among it. */
export type FrameMessage =
  | { readonly source: 'huddlekit'; readonly type: 'ready' }
  | { readonly source: 'huddlekit'; readonly type: 'height'; readonly height: number }
  | { readonly source: 'huddlekit'; readonly type: 'submitted'; readonly id: string };

/** The tallest frame a message may ask for, in px. */
const tallest = 20_000;

/** Reads a message; undefined for anything that isn't exactly one of ours. */
export function frameMessage(data: unknown): FrameMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { source, type, height, id } = data as Record<string, unknown>;
  if (source !== 'huddlekit') return undefined;
  if (type === 'ready') return { source, type };
  if (type === 'height' && typeof height === 'number' && height > 0 && height <= tallest)
    return { source, type, height };
  if (type === 'submitted' && typeof id === 'string' && /^[\w-]{22}$/.test(id)) return { source, type, id };
  return undefined;
}

/** Whether a message was truly sent by that window while a page of that origin was in it. */
export function isHeardFrom(
  { source, origin, isTrusted }: MessageEvent,
  window: unknown,
  expected: string | undefined,
): boolean {
  // A script of the page can make up an event with any source and origin, but not a trusted one.
  return source === window && origin === expected && isTrusted;
}
