import type { Report, ReportInput, ReviewItem, z } from '@huddlekit/contract';
import { noProof, type Spend } from '../admission/proofs.ts';
import { audit } from '../events/audit.ts';
import { reviewItem, reviewQueue, waitingCount } from '../events/review-queue.ts';
import type { HubParts } from '../hub.ts';
import { createAccessKeys, type AccessKeys } from './access-keys.ts';
import { raiseAlarm } from './alarm.ts';
import { createModerators, type Moderators } from './moderators.ts';
import { closeReports, readReports, takeReport } from './reports.ts';
import { setStanding } from './standing.ts';
import { blockHost, takeDown, type Removal } from './takedown.ts';

/** What moderators see and do beside their decisions, and what visitors tell them. */
export interface ReviewService {
  readonly moderators: Moderators;
  readonly keys: AccessKeys;
  /** The items that wait longest, at most a hundred, and how many wait in all. */
  queue(): Promise<{ data: ReviewItem[]; waiting: number }>;
  /** An event that waits or is public. */
  item(id: string): Promise<ReviewItem | undefined>;
  /** @throws ProblemError `version_mismatch` where `ifMatch` names another version */
  takeDown(id: string, removal: Removal): Promise<'done' | 'not_found' | 'not_public'>;
  /**
   * Blocks an event's host; with a message, which goes to them, their public events are taken down. Answers how many,
   * or undefined where the event has no host.
   */
  block(eventId: string, actor: string, message?: string): Promise<number | undefined>;
  /** Forgets what was thought of an event's host, trust or block; answers false where the event has none. */
  forgetStanding(eventId: string, actor: string): Promise<boolean>;
  /** @throws ProblemError `not_found` for what isn't public */
  report(eventId: string, input: z.output<typeof ReportInput>, key: string, spend?: Spend): Promise<void>;
  /** Calls the moderators to an event that got so many RSVPs lately; answers whether it did. */
  alarm(eventId: string, lately: number): Promise<boolean>;
  /** The open reports of an event; the read is audited. */
  reports(eventId: string, actor: string): Promise<Report[]>;
  closeReports(eventId: string, ids: readonly string[], actor: string): Promise<void>;
}

const queueLength = 100;

export function createReviewService(parts: HubParts): ReviewService {
  const { storage, now } = parts;
  return {
    moderators: createModerators(parts),
    keys: createAccessKeys(parts),
    queue: async () => ({ data: await reviewQueue(parts, queueLength), waiting: await waitingCount(parts) }),
    item: (id) => reviewItem(parts, id),
    takeDown: (id, removal) => storage.write((transaction) => takeDown(parts, transaction, id, removal)),
    block: (eventId, actor, message) =>
      storage.write((transaction) => blockHost(parts, transaction, eventId, { actor, message })),
    forgetStanding: (eventId, actor) =>
      storage.write(async (transaction) => {
        const hasHost = await setStanding(transaction, eventId, undefined, now());
        if (hasHost) await audit(transaction, now(), actor, 'forget-standing', eventId);
        return hasHost;
      }),
    report: (eventId, input, key, spend = noProof) => takeReport(parts, eventId, input, key, spend),
    alarm: (eventId, lately) => raiseAlarm(parts, eventId, lately),
    reports: (eventId, actor) => readReports(parts, eventId, actor),
    closeReports: (eventId, ids, actor) => closeReports(parts, eventId, ids, actor),
  };
}
