import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createClient } from '@huddlekit/sdk';
import { createHostClient } from '@huddlekit/sdk/host';
import { hubBin, sourceCondition } from '../lib/paths.mjs';
import { home, library } from './places.mjs';

const hour = 3_600_000;
export const day = 24 * hour;
/** How often a running hub looks at its campaign file. */
const takeUp = 2500;

/** A time of a day in Chicago that far ahead, on the full hour. */
export function timeslot(days, at, hours = 1.5, capacity) {
  const start = Math.ceil((Date.now() + days * day) / day) * day + (at + 6) * hour;
  return {
    startDate: new Date(start).toISOString(),
    endDate: new Date(start + hours * hour).toISOString(),
    ...(capacity && { capacity }),
  };
}

/** A time that begins so many milliseconds from now. */
export function timeslotIn(milliseconds) {
  const start = Math.ceil((Date.now() + milliseconds) / 60_000) * 60_000;
  return { startDate: new Date(start).toISOString(), endDate: new Date(start + 2 * hour).toISOString() };
}

/** What hosts and guests do at a running hub, through its own interfaces. */
export function createGuestWorld(hub, mailbox) {
  const client = createClient({ hub: hub.url });
  const host = createHostClient({ hub: hub.url });
  let count = 0;
  /** An address that nobody has had. */
  const newAddress = (name) => `${name}.${++count}@example.org`;

  async function accepted() {
    const { commitments } = await client.campaign.get();
    return commitments.map(({ id, version }) => ({ id, version }));
  }

  async function submit(link, values) {
    const answer = await fetch(link, { method: 'POST', body: new URLSearchParams(values) });
    if (!answer.ok) throw new Error(`${link.replace(/[^/]+$/, '…')} answered ${answer.status}`);
  }

  /** Puts up an event, follows the mailed link, and answers its id and its host's token. */
  async function hostEvent(changes) {
    const email = newAddress('rosa');
    const { id } = await host.events.create({
      kind: 'gathering',
      title: 'Neighbors’ potluck and letter table',
      summary: 'Bring a dish and one letter you have been meaning to write.',
      description:
        'We eat first. Then four tables of ten, each with someone who keeps time.\n\n- Food and hellos\n- Letters\n- What’s next, and who hosts it',
      timezone: 'America/Chicago',
      timeslots: [timeslot(8, 14)],
      location: library,
      languages: ['en', 'es'],
      accessibility: { wheelchair: true, notes: 'Step-free from Church St. Accessible restroom.' },
      capacity: 40,
      guestsPerRsvp: 5,
      host: { givenName: 'Rosa', displayName: 'Evanston Letter Table', email },
      commitments: await accepted(),
      ...changes,
    });
    await submit(await mailbox.linkTo(email, 'verify'), { act: 'verify' });
    const token = new URL(await mailbox.linkTo(email, 'manage', 2)).pathname.split('/').at(-1);
    return { id, token };
  }

  /** Signs somebody up by the hub's interface, for the first time of an event unless a number says otherwise. */
  async function signUp(
    eventId,
    { email = newAddress('guest'), time = 0, givenName = 'Maribel', ...more } = {},
  ) {
    const { timeslots } = await client.events.get(eventId);
    const receipt = await client.attendances.create(eventId, {
      timeslotIds: [timeslots[time].id],
      person: { givenName, email },
      commitments: await accepted(),
      ...more,
    });
    return { email, receipt, link: receipt.manageUrl };
  }

  /** Signs somebody up by the form for browsers without script. */
  async function signUpByForm(eventId, { email = newAddress('guest'), lang = 'en', ...more } = {}) {
    const commitments = (await accepted()).map(({ id, version }) => [`commitment-${id}`, version]);
    const values = { givenName: 'Maribel', email, ...Object.fromEntries(commitments), ...more };
    await submit(`${hub.url}/e/${eventId}/rsvp?lang=${lang}`, values);
    return { email };
  }

  /** Sets keys of the campaign; the hub takes it up while it runs. */
  async function setCampaign(changes) {
    const file = join(hub.folder, 'campaign.json');
    const next = `${file}.next`;
    writeFileSync(next, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...changes }));
    const env = { ...process.env, HUDDLEKIT_DATA: hub.folder };
    const args = [sourceCondition, hubBin, 'campaign', 'apply', next];
    await promisify(execFile)(process.execPath, args, { env });
    await delay(takeUp);
  }

  return { hub, mailbox, client, host, newAddress, hostEvent, signUp, signUpByForm, setCampaign, submit };
}

/** The events that guests look at: one that stands for each state. */
export async function prepareEvents({ hostEvent, signUp, host }) {
  const several = await hostEvent({
    timeslots: [timeslot(8, 14, 1.5, 120), timeslot(8, 15.5, 1.5, 4), timeslot(8, 17, 1.5, 1)],
  });
  await signUp(several.id, { time: 2 });
  await signUp(several.id, { time: 1 });
  const kitchen = await hostEvent({
    kind: 'huddle',
    title: 'Kitchen-table huddle: what we do next',
    location: home,
    capacity: 12,
    guestsPerRsvp: 2,
  });
  // Of as many places as pictures are taken.
  const porch = await hostEvent({
    kind: 'huddle',
    title: 'Songs on the porch',
    location: home,
    capacity: 100,
  });
  const full = await hostEvent({ title: 'Soup and signs', capacity: 1 });
  await signUp(full.id);
  const off = await hostEvent({ title: 'Banner painting in the park' });
  const { link: offLink } = await signUp(off.id);
  await host.events.cancel(off.id, off.token);
  return { several, kitchen, porch, full, off, offLink };
}
