import assert from 'node:assert/strict';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { hostWords } from './host-words.ts';
import { Keyboard } from './keyboard.ts';
import { linkIn } from './mailbox.ts';
import type { Stage } from './stage.ts';

export type Language = keyof typeof hostWords;

/** What a host types. */
export interface HostAnswers {
  readonly title: string;
  readonly street: string;
  readonly email: string;
  readonly coHostEmail: string;
  /** The day, as `2026-12-01`. */
  readonly date: string;
}

/** The form on a partner's page. */
export function formOn(page: Page): FrameLocator {
  return page.frameLocator('huddle-host-form iframe');
}

/** Fills the form with the mouse, and looks at each step before going on. */
export async function hostByMouse(
  form: Locator,
  language: Language,
  answers: HostAnswers,
  look: () => Promise<void>,
): Promise<void> {
  const words = hostWords[language];
  const next = async (): Promise<void> => {
    await look();
    await form.getByRole('button', { name: words.next }).click();
  };
  await form.getByLabel(words.title, { exact: true }).fill(answers.title);
  await next();
  await form.getByLabel(words.date).fill(answers.date);
  await form.getByLabel(words.start).fill('18:30');
  await next();
  await form.getByRole('radio', { name: words.home }).check();
  await form.getByLabel(words.street).fill(answers.street);
  await form.getByLabel(words.city, { exact: true }).fill('Chicago');
  await form.getByLabel(words.state, { exact: true }).fill('IL');
  await form.getByLabel(words.postalCode, { exact: true }).fill('60647');
  await form.getByText(words.shown).waitFor();
  await next();
  for (let guests = 12; guests < 24; guests++) await form.getByRole('button', { name: words.more }).click();
  await form.getByText(words.facilitators).waitFor();
  await form.getByRole('button', { name: words.addCoHost }).click();
  await form.getByLabel(words.coHost).fill('Ines');
  await form.getByLabel(words.coHostEmail).fill(answers.coHostEmail);
  await next();
  await form.getByLabel(words.givenName, { exact: true }).fill('Tomasz');
  await form.getByLabel(words.familyName).fill('Wieczorek');
  await form.getByLabel(words.email, { exact: true }).fill(answers.email);
  await form.getByRole('checkbox', { name: words.commitment }).check();
  await look();
  await form.getByRole('button', { name: words.send }).click();
}

/** Fills the form with keys alone. Answers how many were pressed beside what was typed. */
export async function hostByKeys(page: Page, language: Language, answers: HostAnswers): Promise<number> {
  const words = hostWords[language];
  const keyboard = new Keyboard(page);
  const field = (name: string | RegExp): RegExp =>
    new RegExp(`^(input|textarea|select) ${typeof name === 'string' ? name : name.source.replace('^', '')}`);
  const fill = async (name: string | RegExp, text: string): Promise<void> => {
    await keyboard.pressUntil('Tab', field(name));
    await keyboard.type(text);
  };
  const next = async (title: string | RegExp): Promise<void> => {
    await keyboard.press('Enter');
    await formOn(page).getByRole('heading', { name: title }).waitFor();
  };
  await fill(words.title, answers.title);
  await next(words.whenTitle);
  const [year = '', month = '', day = ''] = answers.date.split('-');
  await fill(words.date, month + day + year);
  await fill(words.start, '0630PM');
  await next(words.whereTitle);
  await fill(words.street, answers.street);
  await fill(words.city, 'Chicago');
  await fill(words.state, 'IL');
  await fill(words.postalCode, '60647');
  await next(words.sizeTitle);
  await keyboard.pressUntil('Tab', field(words.guests));
  await keyboard.press('Control+A');
  await keyboard.type('24');
  await keyboard.pressUntil('Tab', new RegExp(`^button ${words.addCoHost}`));
  await keyboard.press('Enter');
  await keyboard.type('Ines');
  await fill(words.coHostEmail, answers.coHostEmail);
  await next(words.checkTitle);
  await fill(words.givenName, 'Tomasz');
  await fill(words.familyName, 'Wieczorek');
  await fill(words.email, answers.email);
  await keyboard.pressUntil('Tab', new RegExp(`^input .*${words.commitment.source}`));
  await keyboard.press('Space');
  await keyboard.press('Enter');
  return keyboard.presses;
}

/** Follows a mail's link as its reader does, and presses a button of its page. */
export async function answerMail(page: Page, link: string, button: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: button }).click();
}

/** A moderator's page, signed in by the mailed link. */
export async function signInToReview({ hub, mails, browser }: Stage): Promise<Page> {
  const moderator = 'moderator@example.org';
  assert.equal((await hub.run('moderators', 'add', moderator)).code, 0);
  const page = await browser.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${hub.url.replace('127.0.0.1', 'localhost')}/review`);
  await page.getByLabel('Your e-mail').fill(moderator);
  await page.getByRole('button', { name: 'Send me the link' }).click();
  const mail = await mails.mailTo(moderator, /link to the review/);
  await answerMail(page, linkIn(mail, '/review/in/'), 'Sign in');
  return page;
}

/** Approves the event that waits longest, by keys alone. Answers how many were pressed. */
export async function approveByKeys(page: Page, title: string): Promise<number> {
  const keyboard = new Keyboard(page);
  await page.goto(new URL('/review', page.url()).href);
  await hasFirstFocus(page);
  if (!(await keyboard.focused()).startsWith(`a ${title}`))
    await keyboard.pressUntil('Tab', new RegExp(`^a ${title}`));
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: title }).waitFor();
  await hasFirstFocus(page);
  await keyboard.pressUntil('Tab', /^button Approve$/);
  await keyboard.press('Enter');
  await page.getByText('Done.').waitFor();
  return keyboard.presses;
}

/** Fulfils when the focus is where a page begins: a browser sets it with the first frame, after the page has loaded. */
async function hasFirstFocus(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.hasAttribute('autofocus'));
}
