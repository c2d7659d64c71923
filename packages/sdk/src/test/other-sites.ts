import { send, startServer, type TestServer } from './server.ts';

/** Starts a server that is a chapter's site with a calendar file and, at other paths, Mobilize with one event. */
export function startOtherSites(): Promise<TestServer> {
  const start = Date.now() + 7 * 86_400_000;
  const stamp = new Date(start).toISOString().replace(/[-:]|\.\d+/g, '');
  const calendar = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Chapter//Calendar//EN',
    'BEGIN:VEVENT',
    'UID:porch-songs@chapter.example.org',
    `DTSTAMP:${stamp}`,
    `DTSTART:${stamp}`,
    'SUMMARY:Songs on the porch',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
  const seconds = Math.floor(start / 1000);
  const event = {
    id: 7,
    title: 'Canvass in Wilmette',
    summary: '',
    description: 'Bring *water*.',
    timezone: 'America/Chicago',
    event_type: 'CANVASS',
    visibility: 'PUBLIC',
    address_visibility: 'PUBLIC',
    browser_url: 'https://www.mobilize.us/lakefront/event/7/',
    timeslots: [{ id: 71, start_date: seconds, end_date: seconds + 7200, is_full: false }],
    sponsor: { id: 1234, name: 'Lakefront', slug: 'lakefront', org_type: 'CAMPAIGN' },
    location: {
      venue: 'Gillson Park',
      address_lines: ['800 Gillson Park Dr', ''],
      locality: 'Wilmette',
      region: 'IL',
      country: 'US',
      postal_code: '60091',
      location: { latitude: 42.0796, longitude: -87.6894 },
    },
    created_date: seconds - 2_000_000,
    modified_date: seconds - 1_000_000,
    is_virtual: false,
    tags: [],
  };
  return startServer((response, { url }) => {
    if (url.pathname === '/calendar.ics')
      response.writeHead(200, { 'content-type': 'text/calendar; charset=utf-8' }).end(calendar);
    else send(response, { count: 1, next: null, previous: null, data: [event] });
  });
}
