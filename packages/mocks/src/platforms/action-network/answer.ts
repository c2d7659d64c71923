/** Thrown while a request is read, it becomes the answer. */
export class ActionNetworkError extends Error {
  override readonly name = 'ActionNetworkError';
  readonly status: 400 | 403 | 404 | 429;

  constructor(status: ActionNetworkError['status'], message: string) {
    super(message);
    this.status = status;
  }
}

export function failed({ status, message }: ActionNetworkError): Response {
  return Response.json({ error: message }, { status });
}

/** An answer in HAL. No page of another origin may read it. */
export function found(content: object): Response {
  return Response.json(content, { headers: { 'content-type': 'application/hal+json' } });
}
