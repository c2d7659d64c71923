import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { attendanceRows, rsvp, search } from './test/actions.ts';
import { openPage } from './test/browser.ts';
import type { HubProcess } from './test/hub-process.ts';
import { linkIn, mailTo } from './test/mailbox.ts';
import { setStage } from './test/stage.ts';

const stage = setStage();

void test('a visitor finds an event on a partner’s page and is coming, also after the hub crashed', async () => {
  const { hub, site, browser } = stage;
  const complaints: string[] = [];
  const page = await openPage(browser, site.url, complaints);
  const map = page.locator('huddle-map');
  await map
    .getByRole('button', { name: /^\d+ events near/ })
    .first()
    .waitFor();

  await search(page, '94110');
  await search(page, 'Chicago');
  await rsvp(page, { givenName: 'Maribel', familyName: 'Okafor', email: 'maribel@example.org', guests: 1 });

  const mail = await mailTo(hub.dataFolder, 'maribel@example.org', /coming/i);
  const calendar = mail.attachments.find(({ contentType }) => contentType === 'text/calendar');
  assert.match(calendar?.content.toString() ?? '', /^BEGIN:VCALENDAR\r\n/);

  // A page that still asks while the hub is down would complain with reason.
  assert.deepEqual(complaints, []);
  await page.close();
  await hub.crash();
  await hub.start();
  assert.deepEqual(attendanceRows(hub)[0], { guests: 1, status: 'confirmed' });

  const managePage = await openPage(browser, linkIn(mail, '/manage/'), complaints);
  await managePage.getByText('Maribel').first().waitFor();
  await managePage.close();

  assert.deepEqual(complaints, []);
});

void test('a host’s huddle is on the map after the mailed link and the review, with its area and not its address', async () => {
  const { hub, site, browser } = stage;
  const complaints: string[] = [];
  const page = await openPage(browser, site.url, complaints);
  await page.locator('huddle-host-form').scrollIntoViewIfNeeded();
  const form = page.frameLocator('huddle-host-form iframe');

  await hostHuddle(form.locator('huddle-host-form'));
  await form.getByText(/We mailed you a link/).waitFor();

  assert.equal(await publicEvent(hub, 'Letters and soup'), undefined);
  const mail = await mailTo(hub.dataFolder, 'tomasz@example.org', /./);
  const verification = await openPage(browser, linkIn(mail, '/verify/'), complaints);
  assert.match(
    (await hub.run('moderate', 'list')).stdout,
    /not verified|waits for the host|^(?![\s\S]*Letters and soup)/i,
  );
  await verification.getByRole('button').click();
  await verification
    .getByText(/reads|review/i)
    .first()
    .waitFor();
  await verification.close();

  assert.equal(await publicEvent(hub, 'Letters and soup'), undefined);
  const queue = (await hub.run('moderate', 'list')).stdout;
  const id = /^.*?([A-Za-z0-9_-]{22}).*Letters and soup/m.exec(queue)?.[1];
  assert.ok(id, `the queue has the huddle:\n${queue}`);
  assert.equal((await hub.run('moderate', 'approve', id)).code, 0);

  const event = await waitFor(() => publicEvent(hub, 'Letters and soup'));
  assert.doesNotMatch(JSON.stringify(event), /Palmer|2817|Wieczorek|tomasz@/);
  const location = (event as { location: { precision: string; latitude: number } }).location;
  assert.ok(['area', 'locality'].includes(location.precision));
  assert.ok(Math.abs(location.latitude - 41.92) < 0.1);

  await page.reload();
  const map = await search(page, 'Chicago');
  await map.getByText('Letters and soup').first().waitFor();
  assert.doesNotMatch(await page.content(), /Palmer/);
  assert.deepEqual(complaints, []);
  await page.close();
});

async function hostHuddle(form: Locator): Promise<void> {
  const next = form.getByRole('button', { name: 'Continue' });
  await form.getByLabel('Title').fill('Letters and soup');
  await next.click();
  await form.getByLabel(/^Date/).fill(inDays(1));
  await form.getByLabel(/^Start/).fill('18:30');
  await next.click();
  await form.getByRole('radio', { name: /In a home/ }).check();
  await form.getByLabel('Street address').fill('2817 W Palmer St');
  await form.getByLabel('City').fill('Chicago');
  await form.getByLabel('State').fill('IL');
  await form.getByLabel('ZIP').fill('60647');
  await next.click();
  await next.click();
  await form.getByLabel('First name').fill('Tomasz');
  await form.getByLabel('Last name').fill('Wieczorek');
  await form.getByLabel('E-mail').fill('tomasz@example.org');
  await form.getByRole('checkbox', { name: /without violence/ }).check();
  await form.getByRole('button', { name: 'Send for review' }).click();
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

async function publicEvent({ url }: HubProcess, title: string): Promise<object | undefined> {
  const answer = await fetch(`${url}/v1/events?q=${encodeURIComponent(title)}&limit=100`);
  const { data } = (await answer.json()) as { data: { title: string }[] };
  return data.find((event) => event.title === title);
}

async function waitFor<Value>(read: () => Promise<Value | undefined>): Promise<Value> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const value = await read();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not come within 5 seconds');
}
