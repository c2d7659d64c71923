import type { Page } from './page.ts';

/** Messages by field; those of a repeated parameter stand under its index. */
export interface FieldMessages {
  readonly [field: string]: readonly string[] | FieldMessages;
}

/** Thrown while a request is read, it becomes the answer. */
export class MobilizeError extends Error {
  override readonly name = 'MobilizeError';
  readonly status: 400 | 403 | 404 | 405 | 429;
  readonly messages: FieldMessages;

  constructor(status: MobilizeError['status'], messages: FieldMessages) {
    super(JSON.stringify(messages));
    this.status = status;
    this.messages = messages;
  }
}

/** Pages of any origin may read, as long as they send nothing that must be asked for first. */
const headers = { 'access-control-allow-origin': '*' };

export function failed({ status, messages }: MobilizeError): Response {
  return Response.json({ data: null, error: messages }, { status, headers });
}

export function found(name: string, data: unknown): Response {
  return Response.json({ data, metadata: metadataOf(name) }, { headers });
}

export function foundPage(name: string, page: Page<unknown>): Response {
  return Response.json({ ...page, metadata: metadataOf(name) }, { headers });
}

function metadataOf(name: string): Readonly<Record<string, string>> {
  return { url_name: name, build_commit: 'mock', page_title: 'Mobilize' };
}
