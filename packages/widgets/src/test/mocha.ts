type Body = () => void | Promise<void>;

interface Mocha {
  describe: (title: string, body: () => void) => void;
  it: (title: string, body: Body) => { timeout(milliseconds: number): void };
  before: (body: Body) => void;
  beforeEach: (body: Body) => void;
  after: (body: Body) => void;
  afterEach: (body: Body) => void;
}

/** The test runner puts its functions on the page; this gives them types. */
export const { describe, it, before, beforeEach, after, afterEach } = globalThis as unknown as Mocha;
