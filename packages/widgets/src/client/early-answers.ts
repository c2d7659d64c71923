/** An answer that was asked for while the code that wants it was still on its way. */
export interface EarlyAnswer {
  readonly response: Promise<Response>;
  readonly end: AbortController;
}

/** Where on the page such answers lie, by their URL: the loader's script, which asks, shares no module with this one. */
const key = Symbol.for('huddlekit.early-answers');

/** A `fetch` that takes what was asked for early, once, and otherwise asks. The client always gives it a `Request`. */
export const fetchOnceAsked: typeof fetch = async (input, init) => {
  const answers = (globalThis as { [key]?: Map<string, EarlyAnswer> })[key];
  if (!(input instanceof Request) || input.method !== 'GET') return fetch(input, init);
  const early = answers?.get(input.url);
  if (!early) return fetch(input, init);
  answers?.delete(input.url);
  input.signal.addEventListener('abort', () => early.end.abort(input.signal.reason));
  return early.response;
};
