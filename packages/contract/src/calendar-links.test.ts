import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { calendarLinks, type CalendarEntry } from './calendar-links.ts';

const entry: CalendarEntry = {
  title: 'Soup & salad: 50% more + “letters”',
  description: 'Bring a bowl\n<b>and</b> a friend',
  location: 'Union Hall, 1 Main Street, Chicago, IL 60647',
  startDate: '2026-11-28T16:30:00.000Z',
  endDate: '2026-11-28T18:00:00Z',
  allDay: false,
  timezone: 'America/Chicago',
  url: 'https://hub.example.org/e/abc',
};

/** What each calendar reads from its link. */
function read(changes: Partial<CalendarEntry> = {}) {
  const { google, outlook, office365, yahoo } = calendarLinks({ ...entry, ...changes });
  const values = (link: string) => Object.fromEntries(new URL(link).searchParams);
  return {
    google: values(google),
    outlook: values(outlook),
    office365: values(office365),
    yahoo: values(yahoo),
  };
}

void test('each calendar gets title, place, text with the page, and the instants in UTC', () => {
  const { google, outlook, office365, yahoo } = read();
  const text = `${entry.description}\n\n${entry.url}`;
  assert.deepEqual(google, {
    action: 'TEMPLATE',
    text: entry.title,
    dates: '20261128T163000Z/20261128T180000Z',
    ctz: 'America/Chicago',
    details: text,
    location: entry.location,
  });
  assert.deepEqual(outlook, {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: entry.title,
    startdt: '2026-11-28T16:30:00Z',
    enddt: '2026-11-28T18:00:00Z',
    allday: 'false',
    body: `Bring a bowl<br>&lt;b&gt;and&lt;/b&gt; a friend<br><br>${entry.url}`,
    location: entry.location,
  });
  assert.deepEqual(office365, outlook);
  assert.deepEqual(yahoo, {
    v: '60',
    title: entry.title,
    st: '20261128T163000Z',
    et: '20261128T180000Z',
    desc: text,
    in_loc: entry.location,
  });
});

void test('the links lead to the four calendars over https', () => {
  const hosts = Object.values(calendarLinks(entry)).map((link) => new URL(link));
  assert.deepEqual(
    hosts.map(({ origin, pathname }) => origin + pathname),
    [
      'https://calendar.google.com/calendar/render',
      'https://outlook.live.com/calendar/0/deeplink/compose',
      'https://outlook.office.com/calendar/0/deeplink/compose',
      'https://calendar.yahoo.com/',
    ],
  );
});

void test('without an end it takes two hours, without a place none is named', () => {
  const { google, outlook, yahoo } = read({ endDate: null, location: '' });
  assert.equal(google.dates, '20261128T163000Z/20261128T183000Z');
  assert.equal(outlook.enddt, '2026-11-28T18:30:00Z');
  assert.equal(yahoo.et, '20261128T183000Z');
  assert.ok(!('location' in google) && !('in_loc' in yahoo));
});

void test('whole days are the local days of the event, also where the clocks change', () => {
  // The clocks go back on November 1: that day is 25 hours long.
  const days = { allDay: true, startDate: '2026-10-31T05:00:00Z', endDate: '2026-11-02T06:00:00Z' };
  const { google, outlook, yahoo } = read(days);
  assert.equal(google.dates, '20261031/20261102');
  assert.deepEqual([outlook.startdt, outlook.enddt, outlook.allday], ['2026-10-31', '2026-11-02', 'true']);
  assert.deepEqual([yahoo.st, yahoo.et, yahoo.dur], ['20261031', '20261101', 'allday']);
  assert.equal(read({ ...days, endDate: null }).google.dates, '20261031/20261101');
  assert.equal(read({ ...days, endDate: '2026-11-01T04:59:00Z' }).google.dates, '20261031/20261101');
});

void test('an hour that comes twice stays the one that was meant', () => {
  const { google } = read({ startDate: '2026-11-01T07:30:00Z', endDate: '2026-11-01T08:30:00Z' });
  assert.equal(google.dates, '20261101T073000Z/20261101T083000Z');
});

void test('whatever is typed, a link stays short, whole and of its own calendar', () => {
  const text = fc.string({ unit: 'binary', maxLength: 5_000, size: 'max' });
  fc.assert(
    fc.property(text, text, text, (title, description, location) => {
      for (const [name, link] of Object.entries(calendarLinks({ ...entry, title, description, location }))) {
        assert.ok(link.length < 8_192, `${name} has ${String(link.length)} characters`);
        assert.doesNotMatch(link, /[\s+<>"]/);
        const { hash, search } = new URL(link);
        assert.equal(hash, '');
        assert.ok(decodeURIComponent(search).includes(entry.url));
      }
    }),
  );
});

void test('a long text ends with an ellipsis before the page', () => {
  const { google } = read({ description: '🕊️ paz '.repeat(1_000) });
  assert.match(google.details ?? '', /[\p{L}\uFE0F🕊]…\n\nhttps:\/\/hub\.example\.org\/e\/abc$/u);
  assert.ok(new TextEncoder().encode(google.details).length < 1_550);
});
