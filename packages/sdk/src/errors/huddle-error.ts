/** Details of an error; those of a hub's answer come from its problem document (RFC 9457). */
export interface HuddleErrorOptions {
  readonly code: string;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly retryable?: boolean | undefined;
  readonly cause?: unknown;
}

/** Everything the SDK throws. The message says what to do about it. */
export class HuddleError extends Error {
  override readonly name: string = 'HuddleError';
  /** Stable code: the wire's, or `offline`, `timeout`, `bad_response`. */
  readonly code: string;
  /** HTTP status, where anything answered. */
  readonly status: number | undefined;
  /** Number to quote to the hub's operator. */
  readonly requestId: string | undefined;
  /** Whether the same call may succeed later. A write may have been made; send it again under the same key. */
  readonly retryable: boolean;

  constructor(message: string, { code, status, requestId, retryable = false, cause }: HuddleErrorOptions) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.status = status;
    this.requestId = requestId;
    this.retryable = retryable;
  }
}
