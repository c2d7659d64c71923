import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { attendanceRows } from './test/actions.ts';
import { openPage } from './test/browser.ts';
import { linkIn, mailTo } from './test/mailbox.ts';
import { servePartnerSite } from './test/partner-site.ts';
import { setStage } from './test/stage.ts';

const events = `Title,Date,Time,Venue,Address,City,State,Latitude,Longitude
Letters and soup,2096-12-01,18:30,Logan Square Library,3030 W Fullerton Ave,Chicago,IL,41.9247,-87.7028
`;

const campaign = {
  slug: 'ten-actions',
  title: 'Ten Actions',
  summary: 'Ten actions in a hundred days',
  organizer: { name: 'Ten Actions' },
  confirmation: 'mailed-link',
};

const stage = setStage({
  async prepare(hub) {
    await writeFile(join(hub.dataFolder, 'campaign.json'), JSON.stringify(campaign));
    const file = join(hub.dataFolder, 'events.csv');
    await writeFile(file, events);
    const { code, stderr } = await hub.run('import', file, '--rsvp', 'native', '--json');
    assert.equal(code, 0, stderr);
    return ['--empty'];
  },
});

/** How many mails went to an address. */
async function mailsTo(address: string): Promise<number> {
  const folder = join(stage.hub.dataFolder, 'outbox');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
  const texts = await Promise.all(names.map(async (name) => readFile(join(folder, name), 'utf8')));
  return texts.filter((text) => new RegExp(`^To:.*${address}`, 'm').test(text)).length;
}

/** A partner's page with the button of the one event. */
async function openButton(language: 'en' | 'es', complaints: string[], width = 1100) {
  const answer = await fetch(`${stage.hub.url}/v1/events`);
  const { data } = (await answer.json()) as { data: { id: string }[] };
  const button = `<huddle-rsvp event="${data[0]?.id ?? ''}"><a href="${stage.hub.url}">RSVP</a></huddle-rsvp>`;
  const site = await servePartnerSite(stage.hub.url, {
    change: (page) =>
      page
        .replace('<html lang="en">', `<html lang="${language}">`)
        .replace('data-partner', `data-lang="${language}" data-partner`)
        .replace(/<huddle-map>[\s\S]*<\/huddle-host-form>/, button),
  });
  const page = await openPage(stage.browser, site.url, complaints);
  await page.setViewportSize({ width, height: 800 });
  return { page, site };
}

const words = {
  en: {
    open: 'RSVP',
    name: 'First name',
    send: 'I’m coming',
    look: 'Check your mail',
    yes: /Yes, I’m coming/,
  },
  es: { open: 'Apúntame', name: 'Nombre', send: 'Voy a ir', look: 'Revisa tu correo', yes: /Sí, voy/ },
} as const;

async function openForm(page: Page, language: 'en' | 'es'): Promise<Locator> {
  const { open, name } = words[language];
  await page.getByRole('button', { name: open }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(name, { exact: true }).waitFor();
  return dialog;
}

for (const [language, width] of [
  ['en', 1100],
  ['es', 360],
] as const) {
  void test(`a guest signs up, reads the mail and is coming (${language}, ${String(width)} pixels)`, async () => {
    const complaints: string[] = [];
    const { page, site } = await openButton(language, complaints, width);
    const { name, send, look, yes } = words[language];
    const email = `maribel-${language}@example.org`;
    const dialog = await openForm(page, language);
    await dialog.getByLabel(name, { exact: true }).fill('Maribel');
    await dialog.locator('#email').fill(email);
    await dialog.getByRole('button', { name: send }).click();
    await dialog.getByRole('heading', { name: look }).waitFor();
    assert.deepEqual(attendanceRows(stage.hub)[0], { guests: 0, status: 'unconfirmed' });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(overflow <= 0, `${String(overflow)} pixels too wide`);

    const mail = await mailTo(stage.hub.dataFolder, email, /./);
    const manage = await openPage(stage.browser, linkIn(mail, '/manage/'), complaints);
    await manage.getByRole('button', { name: yes }).click();
    await mailTo(stage.hub.dataFolder, email, language === 'en' ? /you’re coming/i : /vas a/i);
    assert.deepEqual(attendanceRows(stage.hub)[0], { guests: 0, status: 'confirmed' });
    assert.deepEqual(complaints, []);
    await manage.close();
    await page.close();
    await site.close();
  });
}

void test('an RSVP made in a tunnel is sent once when the line is back, and says what is so', async () => {
  const { page, site } = await openButton('en', []);
  const before = attendanceRows(stage.hub).length;
  const dialog = await openForm(page, 'en');
  await dialog.getByLabel('First name').fill('Inés');
  await dialog.locator('#email').fill('ines@example.org');
  await page.context().setOffline(true);
  await dialog.getByRole('button', { name: 'I’m coming' }).click();
  await dialog.getByRole('heading', { name: 'Saved on this device' }).waitFor();
  await dialog.getByText('It isn’t confirmed yet').waitFor();
  assert.equal(await dialog.getByText('You’re coming,').count(), 0);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  assert.equal(attendanceRows(stage.hub).length, before);

  await page.context().setOffline(false);
  await dialog.getByRole('heading', { name: 'Check your mail' }).waitFor();
  await dialog.getByText(/Your saved RSVP was sent at/).waitFor();
  await mailTo(stage.hub.dataFolder, 'ines@example.org', /./);
  assert.equal(attendanceRows(stage.hub).length, before + 1);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  assert.equal(await mailsTo('ines@example.org'), 1);
  await page.close();
  await site.close();
});

void test('by keys alone a guest signs up in at most 40 presses beside what is typed', async () => {
  const { page, site } = await openButton('en', []);
  let presses = 0;
  const press = async (key: string): Promise<void> => {
    presses++;
    await page.keyboard.press(key);
  };
  const focused = async (): Promise<string> =>
    page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.id || (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
    });
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let tries = 0; tries < 40; tries++) {
      if (name.test(await focused())) return;
      await press('Tab');
    }
    assert.fail(`Tab never led to ${String(name)}`);
  };
  await page.getByRole('button', { name: 'RSVP' }).waitFor();
  await tabTo(/^RSVP$/);
  await press('Enter');
  await page.getByRole('dialog').getByLabel('First name').waitFor();
  await tabTo(/^given-name$/);
  await page.keyboard.type('Rosa');
  await tabTo(/^email$/);
  await page.keyboard.type('rosa@example.org');
  await press('Enter');
  await page.getByRole('heading', { name: 'Check your mail' }).waitFor();
  assert.ok(presses <= 40, `${String(presses)} presses`);
  await press('Escape');
  await page.getByRole('button', { name: 'Confirm by mail' }).waitFor();
  assert.match(await focused(), /Confirm by mail/);
  await page.close();
  await site.close();
});
