import { randomBytes } from 'node:crypto';
import { run } from '../lib/run.mjs';
import { hubBin, sourceCondition } from '../lib/paths.mjs';

/** Runs the hub's command line on a running hub's folder and answers what it prints. */
export async function huddlekit({ folder }, ...args) {
  const env = { HUDDLEKIT_DATA: folder };
  const { code, output } = await run(process.execPath, [sourceCondition, hubBin, ...args], { env });
  if (code !== 0) throw new Error(output);
  return output.trim();
}

/** Sends what hosts, guests and readers send, with the key of an organization, which asks for no proof of work. */
export async function wireOf(hub) {
  // What follows the key says how to take it back.
  const [key] = (await huddlekit(hub, 'keys', 'add', '--role', 'organization', 'Lakefront')).split('\n');
  const { commitments } = await (await fetch(`${hub.url}/v1/campaign`)).json();
  const accepted = commitments.map(({ id, version }) => ({ id, version }));
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const send = async (path, body) => {
    const answer = await fetch(`${hub.url}${path}`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': randomBytes(16).toString('base64url') },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  return {
    submit: async (event) => (await send('/v1/events', { ...event, commitments: accepted })).id,
    async comeTo(eventId, { guests, accessNeeds, consents, ...person }, language) {
      const { timeslots } = await (await fetch(`${hub.url}/v1/events/${eventId}`)).json();
      await send(`/v1/events/${eventId}/attendances`, {
        timeslotIds: [timeslots[0].id],
        person,
        guests,
        language,
        ...(accessNeeds && { accessNeeds }),
        ...(consents && { consent: { email: true, organizations: ['host'] } }),
        commitments: accepted,
      });
    },
    report: (eventId, report) => send(`/v1/events/${eventId}/reports`, report),
  };
}

/** The link of a mail to a page of the hub. */
export function linkIn({ text = '', subject }, path) {
  const link = new RegExp(`https?://\\S+/${path}/\\S+`).exec(text)?.[0];
  if (!link) throw new Error(`“${subject}” has no link to ${path}`);
  return link;
}

/** Spanish is the look of its own pages and mails. */
const looks = {
  en: [{ name: 'light' }, { name: 'dark', colorScheme: 'dark' }, { name: '360', width: 360 }],
  es: [{ name: 'es' }],
};

/** A page of a language, and what takes its picture as it stands in each look of that language. */
export async function openPage(browser, { language, folder, wanted }) {
  const options = {
    viewport: { width: 1100, height: 860 },
    locale: language,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    timezoneId: 'America/Chicago',
  };
  const taken = [];
  const take = async (page, name, { width = 1100, colorScheme = 'light', media = 'screen' }) => {
    await page.setViewportSize({ width, height: width < 500 ? 800 : 860 });
    await page.emulateMedia({ colorScheme, media });
    const path = `${folder}/host-${name}.png`;
    await page.screenshot({ path, fullPage: true });
    taken.push(path);
  };
  const shoot = async (page, name, more = []) => {
    if (!`host-${name}`.includes(wanted)) return;
    for (const look of [...looks[language], ...(language === 'en' ? more : [])])
      await take(page, `${name}-${look.name}`, look);
    await page.setViewportSize({ width: 1100, height: 860 });
    await page.emulateMedia({ colorScheme: 'light', media: 'screen' });
  };
  const page = await browser.newPage(options);
  return {
    page,
    taken,
    shoot: (name, more) => shoot(page, name, more),
    /** The part of a mail that most mail programs show, drawn without script. */
    async shootMail(name, { html }) {
      const letter = await browser.newPage({ ...options, javaScriptEnabled: false });
      await letter.setContent(html);
      await shoot(letter, `mail-${name}`);
      await letter.close();
    },
  };
}
