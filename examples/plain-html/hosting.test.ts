import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { openPage } from './test/browser.ts';
import {
  answerMail,
  approveByKeys,
  formOn,
  hostByKeys,
  hostByMouse,
  signInToReview,
  type HostAnswers,
  type Language,
} from './test/host-journey.ts';
import { hostWords } from './test/host-words.ts';
import { linkIn } from './test/mailbox.ts';
import { servePartnerSite, type PartnerSite } from './test/partner-site.ts';
import { setStage } from './test/stage.ts';

let review: Page;
const stage = setStage({
  hasMailServer: true,
  async begin(there) {
    review = await signInToReview(there);
  },
});

const ways = { mouse: 1100, keys: 1100, narrow: 360 } as const;
type Way = keyof typeof ways;

for (const language of ['en', 'es'] as const) {
  for (const way of Object.keys(ways) as Way[]) {
    void test(`from the form on a partner’s page to the map and the links by mail (${language}, ${way})`, async (context) => {
      const complaints: string[] = [];
      const answers = answersOf(language, way);
      const site = await servePartner(language, way);
      context.after(site.close);
      const page = await openPage(stage.browser, site.url, complaints);
      await page.setViewportSize({ width: ways[way], height: 800 });
      await page.locator('huddle-host-form').evaluate((element) => element.scrollIntoView());
      await fillForm(context, page, language, way, answers);
      await formOn(page).getByRole('heading', { name: hostWords[language].sent }).waitFor();
      await page.close();
      await followMails(context, language, answers, complaints);
      await seesOnMap(context, language, answers, complaints);
      assert.deepEqual(complaints, []);
    });
  }
}

function answersOf(language: Language, way: Way): HostAnswers {
  return {
    title: `${language === 'en' ? 'Letters and soup' : 'Cartas y sopa'} ${way}`,
    street: '2817 W Palmer St',
    email: `host-${way}-${language}@example.org`,
    coHostEmail: `ines-${way}-${language}@example.org`,
    date: new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10),
  };
}

/** The example page in a language; for keys alone without the other elements, as a page about hosting is. */
function servePartner(language: Language, way: Way): Promise<PartnerSite> {
  return servePartnerSite(stage.hub.url, {
    change: (page) =>
      (way === 'keys' ? page.replace(/<huddle-(map|countdown)>.*<\/huddle-\1>/g, '') : page)
        .replace('<html lang="en">', `<html lang="${language}">`)
        .replace('data-partner', `data-lang="${language}" data-partner`),
  });
}

async function fillForm(
  context: TestContext,
  page: Page,
  language: Language,
  way: Way,
  answers: HostAnswers,
): Promise<void> {
  const form = formOn(page).locator('huddle-host-form');
  if (way === 'keys') {
    await form.getByLabel(hostWords[language].title, { exact: true }).waitFor();
    const presses = await hostByKeys(page, language, answers);
    context.diagnostic(`${String(presses)} presses to host`);
    assert.ok(presses <= 60, `${String(presses)} presses`);
    return;
  }
  await hostByMouse(form, language, answers, async () => {
    for (const frame of page.frames()) assert.equal(await frame.evaluate(sidewaysScroll), 0, frame.url());
  });
}

/** Pixels by which a page is wider than what it is seen through. */
function sidewaysScroll(): number {
  const { scrollWidth, clientWidth } = document.documentElement;
  return Math.max(0, scrollWidth - clientWidth);
}

/** Verification, review, and the links of host and co-host. */
async function followMails(
  context: TestContext,
  language: Language,
  answers: HostAnswers,
  complaints: string[],
): Promise<void> {
  const { mails, browser, hub } = stage;
  const words = hostWords[language];
  const link = linkIn(await mails.mailTo(answers.email, words.verifySubject), '/verify/');
  const page = await openPage(browser, link, complaints);
  await page.reload();
  const queue = async (): Promise<string> => (await hub.run('moderate', 'list')).stdout;
  assert.doesNotMatch(await queue(), new RegExp(answers.title), 'looking at the link does nothing');
  await page.getByRole('button', { name: words.verify }).click();
  await page.getByText(words.verified).waitFor();
  assert.match(await queue(), new RegExp(answers.title));

  const presses = await approveByKeys(review, answers.title);
  context.diagnostic(`${String(presses)} presses to approve`);
  assert.ok(presses <= 5, `${String(presses)} presses to approve`);

  await page.goto(linkIn(await mails.mailTo(answers.email, words.approvedSubject), '/manage/'));
  await page.getByText(answers.street).first().waitFor();
  await page.getByRole('link', { name: words.coming }).click();
  await page.getByRole('heading', { name: words.coming }).waitFor();

  const invitation = await mails.mailTo(answers.coHostEmail, words.invitedSubject);
  await answerMail(page, linkIn(invitation, '/manage/'), words.accept);
  await page.getByText(words.hostsAlong).waitFor();
  await page.getByText(answers.street).first().waitFor();
  await page.close();
}

/** Visitors find it on the partner's page, and its street nowhere. */
async function seesOnMap(
  context: TestContext,
  language: Language,
  { title }: HostAnswers,
  complaints: string[],
): Promise<void> {
  const words = hostWords[language];
  const site = await servePartner(language, 'mouse');
  context.after(site.close);
  const page = await openPage(stage.browser, site.url, complaints);
  const map = page.locator('huddle-map');
  await map.getByRole('combobox', { name: words.search }).fill('60647');
  await map.getByRole('option').filter({ hasText: '60647' }).first().click();
  await map.getByRole('status').filter({ hasText: words.count }).waitFor();
  await map.getByText(title).first().waitFor();
  assert.doesNotMatch(await page.content(), /Palmer|Wieczorek/);
  await page.close();
}
