/** An answer that was asked for while the code that wants it was still on its way. */
export interface EarlyAnswer {
  readonly response: Promise<Response>;
  readonly end: AbortController;
}

/** Where on the page such answers lie, by their URL: the loader's script, which asks, shares no module with this one. */
const key = Symbol.for('huddlekit.early-answers');

/** A `fetch` that takes what was asked for early, once, and otherwise asks. */
export const fetchOnceAsked: typeof fetch = async (input, init) => {
  const answers = (globalThis as { [key]?: Map<string, EarlyAnswer> })[key];
  const { method, url, signal } = new Request(input, init);
  const early = method === 'GET' ? answers?.get(url) : undefined;
  if (!early) return fetch(input, init);
  answers?.delete(url);
  signal.addEventListener('abort', () => early.end.abort(signal.reason));
  return early.response;
};
