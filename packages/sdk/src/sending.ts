import type { HTTPError } from 'ky';
import type { HuddleError } from './errors/huddle-error.ts';

/** One request on its way. */
export interface Sending<Content = string> {
  readonly request: Request;
  readonly signal: AbortSignal | undefined;
  /** Milliseconds a try may take. */
  readonly timeout: number;
  /** Milliseconds all tries and the waits between them may take. */
  readonly deadline: number;
  readonly fetch: typeof fetch;
  /** Takes the content of a success. */
  readonly read: (response: Response) => Promise<Content>;
  /** The error of an answer that is no success; a hub's problem document is read where left out. */
  readonly explain?: (answer: HTTPError) => HuddleError;
}

/** A success. */
export interface Answer<Content = string> {
  readonly status: number;
  readonly content: Content;
}

/** How a try ended that wasn't a success: with an answer, or with what `fetch` threw. */
export type Outcome = { readonly response: Response } | { readonly failure: unknown };
