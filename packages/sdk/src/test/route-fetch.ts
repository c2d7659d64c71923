/** Sends what is asked of the example hosts to servers of a test, and nothing anywhere else. */
export function routeFetch(origins: Readonly<Record<string, string>>): void {
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const target = Object.values(origins).includes(url.origin) ? url.origin : origins[url.origin];
    if (target === undefined) throw new TypeError(`No example may ask ${url.origin}`);
    return fetch(new Request(target + url.pathname + url.search, request));
  };
}
