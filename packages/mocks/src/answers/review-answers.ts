import type { Event, Report, ReviewItem } from '@huddlekit/contract';
import {
  approveEvent,
  blockPerson,
  closeReports,
  createReport,
  getReviewItem,
  getReviewQueue,
  listReports,
  rejectEvent,
  takeDownEvent,
} from '@huddlekit/contract/routes';
import type { Fixtures } from '../fixtures/fixtures.ts';
import { isoSeconds } from '../fixtures/local-time.ts';
import { publicIdOf } from '../fixtures/public-id.ts';
import { answer, fits, type Answer } from './answer.ts';
import { problem } from './problem.ts';

/** How many of the fixtures' events wait for a moderator. */
const waitingAtFirst = 2;

/**
 * Answers to moderators; any key will do. The first events wait, and what is decided leaves the queue of this mock; what
 * visitors read stays as it is.
 */
export function reviewAnswers({ events, now }: Fixtures): Answer[] {
  const items = new Map(events.map((event, index) => [event.id, itemOf(event, index < waitingAtFirst)]));
  const reports = new Map<string, Report[]>();
  const itemAt = (id = ''): ReviewItem | undefined => items.get(id);
  const isWaiting = ({ status, openReports }: ReviewItem): boolean => status === 'pending' || openReports > 0;

  function became(item: ReviewItem, status: string): ReviewItem {
    const after = { ...item, status, version: item.version + 1 };
    items.set(item.id, after);
    return after;
  }

  function decided(
    id: string | undefined,
    ifMatch: string | undefined,
    status: string,
  ): ReviewItem | Response {
    const item = itemAt(id);
    if (!item) return problem('not_found');
    if (item.status !== 'pending') return problem('not_waiting');
    return fits(ifMatch, item) ? became(item, status) : problem('version_mismatch');
  }

  return [
    answer(createReport, ({ parameters: { id = '' }, body: { reason, words = '', email = null } }) => {
      const item = itemAt(id);
      if (!item) return problem('not_found');
      const known = reports.get(id) ?? [];
      const report = { id: publicIdOf(`report-${id}-${String(known.length)}`), reason, words, email };
      reports.set(id, [...known, { ...report, createdAt: isoSeconds(now) }]);
      items.set(id, { ...item, openReports: item.openReports + 1 });
      return { status: 'received' };
    }),
    answer(getReviewQueue, () => {
      const data = [...items.values()].filter(isWaiting);
      return { data, next: null, waiting: data.length };
    }),
    answer(getReviewItem, ({ parameters }) => itemAt(parameters['id']) ?? problem('not_found')),
    answer(approveEvent, ({ parameters, ifMatch }) => decided(parameters['id'], ifMatch, 'confirmed')),
    answer(rejectEvent, ({ parameters, ifMatch }) => decided(parameters['id'], ifMatch, 'rejected')),
    answer(takeDownEvent, ({ parameters, ifMatch }) => {
      const item = itemAt(parameters['id']);
      if (!item) return problem('not_found');
      if (item.status !== 'confirmed') return problem('event_not_public');
      return fits(ifMatch, item) ? became(item, 'cancelled') : problem('version_mismatch');
    }),
    answer(listReports, ({ parameters: { id = '' } }) =>
      itemAt(id) ? { data: reports.get(id) ?? [], next: null } : problem('not_found'),
    ),
    answer(closeReports, ({ parameters: { id = '' }, body: { reportIds } }) => {
      const item = itemAt(id);
      if (!item) return problem('not_found');
      const open = (reports.get(id) ?? []).filter((report) => !reportIds.includes(report.id));
      reports.set(id, open);
      items.set(id, { ...item, openReports: open.length });
      return undefined;
    }),
    answer(blockPerson, ({ body: { eventId } }) =>
      itemAt(eventId) ? { takenDown: 0 } : problem('not_found'),
    ),
  ];
}

function itemOf(event: Event, isWaiting: boolean): ReviewItem {
  const { id, title, kind, summary, description, timezone, hostName, sponsor, browserUrl, location } = event;
  const { locality, region, postalCode } = location ?? {};
  return {
    ...{ id, title, kind, summary, description, timezone, hostName, sponsor, browserUrl },
    version: 1,
    status: isWaiting ? 'pending' : event.status,
    place: [location?.kind, locality, region, postalCode].filter(Boolean).join(', '),
    startDate: event.timeslots[0]?.startDate ?? null,
    isTrustedHost: false,
    verifiedAt: event.createdAt,
    createdAt: event.createdAt,
    changes: [],
    flags: [],
    openReports: 0,
  };
}
