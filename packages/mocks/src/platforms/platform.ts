/** A mocked platform. The same function answers for msw and behind a port of Node; paths count, hosts don't. */
export type Platform = (request: Request) => Promise<Response>;
