import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import ical from 'node-ical';
import { AttendanceInput, type Event } from '@huddlekit/contract';
import type { TestHub } from '../server/test-hub.test-helper.ts';
import { addEvent, newKey, rsvpTo, startTestHub } from '../server/test-hub.test-helper.ts';
import { deliveredMails } from '../mail/mail.test-helper.ts';
import { eventCalendar } from './calendar.ts';

interface Entry {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly start: number;
  readonly end: number;
  readonly summary: string;
  readonly location: string;
  readonly attendee: string;
}

/** What two independent readers make of a file with one entry; they must agree. */
function read(file: string): Entry {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const components = calendar.getAllSubcomponents('vevent');
  assert.equal(components.length, 1, 'a file with a method has one entry (RFC 5546)');
  const [component] = components;
  assert.ok(component);
  const event = new ICAL.Event(component);
  const one: Entry = {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: event.uid,
    sequence: event.sequence,
    status: String(component.getFirstPropertyValue('status')),
    start: event.startDate.toJSDate().getTime(),
    end: event.endDate.toJSDate().getTime(),
    summary: event.summary,
    location: event.location,
    attendee: String(component.getFirstPropertyValue('attendee') ?? ''),
  };
  const parsed = ical.sync.parseICS(file);
  const [other] = Object.values(parsed).filter((part) => part?.type === 'VEVENT');
  assert.ok(other);
  const attendee: unknown = other.attendee;
  const address: unknown =
    typeof attendee === 'object' && attendee !== null ? Reflect.get(attendee, 'val') : '';
  assert.deepEqual(
    {
      method: other.method,
      uid: other.uid,
      sequence: Number(other.sequence),
      status: other.status,
      start: other.start.getTime(),
      end: other.end?.getTime(),
      summary: other.summary,
      location: other.location,
      attendee: address,
    },
    one,
  );
  return one;
}

/** The entries of a hub's mails, in the order in which they were sent. */
async function entries(server: TestHub): Promise<Entry[][]> {
  const mails = await deliveredMails(server);
  return mails.map(({ attachments }) => {
    const files = attachments.filter(({ contentType }) => contentType === 'text/calendar');
    return files.map(({ content }) => read(content.toString('utf8')));
  });
}

const day = 86_400_000;
const times = (event: Event) => event.timeslots.map(({ startDate }) => Date.parse(startDate));

void test('an entry keeps its UID through confirmation, move and cancellation, and its number rises', async () => {
  const clock = { now: Date.parse('2026-11-23T13:00:00Z') };
  await using server = await startTestHub({ now: () => clock.now });
  const { hub } = server;
  const start = clock.now + 7 * day;
  const slotAt = (at: number) => ({
    startDate: new Date(at).toISOString(),
    endDate: new Date(at + 7_200_000).toISOString(),
    allDay: false,
    capacity: null,
  });
  const event = await addEvent(hub, 'one', {
    title: 'Soup; salad, and “letters”\\',
    timeslots: [slotAt(start), slotAt(start + day)],
  });
  const [, second] = event.timeslots;
  clock.now += 60_000;
  const { attendances } = await hub.attendances.create(
    event.id,
    AttendanceInput.parse(rsvpTo(event, 'ada+x@example.org')),
    newKey(),
  );
  const id = attendances[0]?.id ?? '';
  const [[confirmed] = []] = await entries(server);
  clock.now += 60_000;
  await hub.attendances.change(id, { timeslotId: second?.id }, { key: newKey(), ifMatch: '"1"' });
  const [, [moved, left] = []] = await entries(server);
  clock.now += 60_000;
  await hub.attendances.cancel(id);
  const [, , [cancelled] = []] = await entries(server);
  assert.ok(confirmed && moved && left && cancelled);

  assert.deepEqual(
    [confirmed, moved, left, cancelled].map(({ method, status }) => `${method} ${status}`),
    ['REQUEST CONFIRMED', 'REQUEST CONFIRMED', 'CANCEL CANCELLED', 'CANCEL CANCELLED'],
  );
  assert.deepEqual([confirmed.start, moved.start], times(event));
  assert.equal(confirmed.summary, event.title);
  assert.equal(confirmed.location, 'Union Hall, 1 Main Street, Chicago, IL 60647');
  assert.equal(confirmed.attendee, 'mailto:ada+x@example.org');
  assert.equal(left.uid, confirmed.uid, 'the time that was left goes');
  assert.equal(cancelled.uid, moved.uid);
  assert.ok(left.sequence > confirmed.sequence);
  assert.ok(cancelled.sequence > moved.sequence);

  const publicFile = eventCalendar(event, hub.settings.baseUrl, { timeslotIds: [second?.id ?? ''] });
  const open = read(publicFile);
  assert.deepEqual([open.method, open.uid, open.attendee], ['PUBLISH', moved.uid, '']);
});

void test('an event that is cancelled takes its entry out of each calendar', async () => {
  const clock = { now: Date.parse('2026-11-23T13:00:00Z') };
  await using server = await startTestHub({ now: () => clock.now });
  const event = await addEvent(server.hub, 'one');
  await server.hub.attendances.create(
    event.id,
    AttendanceInput.parse(rsvpTo(event, 'ada@example.org')),
    newKey(),
  );
  const [[confirmed] = []] = await entries(server);
  clock.now += 60_000;
  await server.hub.events.cancel(event.id, 'host');
  const [, [cancelled] = []] = await entries(server);
  assert.equal(cancelled?.method, 'CANCEL');
  assert.equal(cancelled.uid, confirmed?.uid);
  assert.ok(cancelled.sequence > (confirmed?.sequence ?? 0));
});
