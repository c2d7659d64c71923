import {
  approveEvent,
  blockPerson,
  closeReports,
  fits,
  getReviewItem,
  getReviewQueue,
  listReports,
  rejectEvent,
  takeDownEvent,
  type ApprovalInput,
  type BlockInput,
  type BlockReceipt,
  type RejectionInput,
  type ReportList,
  type ReviewItem,
  type ReviewQueue,
  type ReviewReceipt,
  type TakedownInput,
} from '@huddlekit/contract';
import { connect, type CallOptions, type HubOptions, type VersionedChange } from './connection.ts';
import { sendPatiently } from './patient.ts';

/** Options of a moderators' client. */
export interface ReviewOptions extends HubOptions {
  /** A moderator's key, made by `huddlekit keys add --role moderator NAME`. A hub refuses it from a web page. */
  readonly key: string;
}

/** What a moderator's program may ask of a hub. Homes are told by their town alone. */
export interface ReviewClient {
  /**
   * What waits, that which waits longest first: new events, changes of public ones, and events that were reported.
   * @example
   * const { data, waiting } = await review.queue();
   * for (const { title, flags } of data) console.log(title, flags.map(({ kind }) => kind).join());
   * console.log(waiting);
   */
  queue(options?: CallOptions): Promise<ReviewQueue>;
  /**
   * An event that waits or is public.
   * @throws NotFoundError
   * @example
   * const { title, changes, openReports } = await review.get(item.id);
   * console.log(title, changes.length, openReports);
   */
  get(id: string, options?: CallOptions): Promise<ReviewItem>;
  /**
   * Makes a new event, or the changes of a public one, public as they were read.
   * @throws ConflictError with the code `version_mismatch` where its host has changed it since: get it again
   * @example
   * const { status } = await review.approve(item.id, { version: item.version, trustHost: true });
   * console.log(status);
   */
  approve(
    id: string,
    decision: VersionedChange<ApprovalInput>,
    options?: CallOptions,
  ): Promise<ReviewReceipt>;
  /**
   * Turns a new event, or the changes of a public one, down; the message goes to the host.
   * @throws ConflictError
   * @example
   * const { status } = await review.reject(item.id, { version: item.version, message: 'Please name the place.' });
   * console.log(status);
   */
  reject(
    id: string,
    decision: VersionedChange<RejectionInput>,
    options?: CallOptions,
  ): Promise<ReviewReceipt>;
  /**
   * Takes a public event away at once and tells its host and everybody who is coming.
   * @throws ConflictError with the code `event_not_public`
   * @example
   * const { status } = await review.takeDown(event.id, { message: 'This isn’t the hall’s own event.' });
   * console.log(status);
   */
  takeDown(
    id: string,
    decision: TakedownInput & { readonly version?: number },
    options?: CallOptions,
  ): Promise<ReviewReceipt>;
  /**
   * The open reports of an event.
   * @example
   * const { data } = await review.reports(hosted.id);
   * for (const { reason, words } of data) console.log(reason, words);
   */
  reports(id: string, options?: CallOptions): Promise<ReportList>;
  /**
   * Closes reports that need nothing more. Those that came since they were read stay open.
   * @example
   * const { data } = await review.reports(hosted.id);
   * await review.closeReports(hosted.id, data.map(({ id }) => id));
   */
  closeReports(id: string, reportIds: string[], options?: CallOptions): Promise<void>;
  /**
   * Blocks the host of an event: what they send from now on is taken and shown to nobody. With `takedown` their public
   * events are taken down.
   * @example
   * const { takenDown } = await review.block({ eventId: item.id, takedown: { message: 'This was a trap.' } });
   * console.log(takenDown);
   */
  block(person: BlockInput, options?: CallOptions): Promise<BlockReceipt>;
}

/**
 * Makes a moderators' client of a hub, for servers and command lines.
 * @throws TypeError when `hub` isn't an address
 * @example
 * const review = createReviewClient({ hub: 'https://hub.example.org', key: process.env['MODERATOR_KEY'] ?? '' });
 */
export function createReviewClient({ key: token, ...options }: ReviewOptions): ReviewClient {
  const { call } = connect(options, (sending) => sendPatiently(sending), fits);
  return {
    queue: (given) => call(getReviewQueue, { ...given, token }),
    get: (id, given) => call(getReviewItem, { ...given, token, parameters: { id } }),
    approve: (id, { version, ...body }, given) =>
      call(approveEvent, { ...given, token, parameters: { id }, version, body }),
    reject: (id, { version, ...body }, given) =>
      call(rejectEvent, { ...given, token, parameters: { id }, version, body }),
    takeDown: (id, { version, ...body }, given) =>
      call(takeDownEvent, {
        ...given,
        token,
        parameters: { id },
        body,
        ...(version !== undefined && { version }),
      }),
    reports: (id, given) => call(listReports, { ...given, token, parameters: { id } }),
    closeReports: (id, reportIds, given) =>
      call(closeReports, { ...given, token, parameters: { id }, body: { reportIds } }),
    block: (body, given) => call(blockPerson, { ...given, token, body }),
  };
}
