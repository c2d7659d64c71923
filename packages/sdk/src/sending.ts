/** One request on its way. */
export interface Sending {
  readonly request: Request;
  readonly signal: AbortSignal | undefined;
  /** Milliseconds a try may take. */
  readonly timeout: number;
  readonly fetch: typeof fetch;
}

/** A success of the hub. */
export interface Answer {
  readonly status: number;
  readonly content: string;
}

/** How a try ended that wasn't a success: with an answer, or with what `fetch` threw. */
export type Outcome = { readonly response: Response } | { readonly failure: unknown };
