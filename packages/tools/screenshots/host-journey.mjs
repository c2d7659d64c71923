import { eventsIn, guestsIn, words } from './host-words.mjs';
import { huddlekit, linkIn, openPage, wireOf } from './hub-visit.mjs';

/**
 * The hub's pages and mails as a host, a co-host, a reader and a moderator meet them, one after another, on a real hub
 * whose mails go to a real server. Answers the pictures' paths.
 */
export async function photographHostJourney(browser, { hub, mailServer, folder, wanted }) {
  const wire = await wireOf(hub);
  const taken = [];
  for (const language of ['en', 'es']) {
    const visit = await openPage(browser, { language, folder, wanted });
    const journey = { ...visit, hub, mailServer, wire, language, typed: words[language] };
    try {
      await walk(journey);
    } finally {
      await visit.page.close();
      taken.push(...visit.taken);
    }
  }
  return taken;
}

async function walk(journey) {
  await kitAndPrivacy(journey);
  const { main, telling, again, lookAlike } = eventsIn(journey.language);
  await moderatorSignsIn(journey);
  const id = await submitAndVerify(journey, main, { isShown: true });
  const others = {
    telling: await submitAndVerify(journey, telling),
    again: await submitAndVerify(journey, again),
    lookAlike: await submitAndVerify(journey, lookAlike),
  };
  await review(journey, id, others);
  const manage = await hostManages(journey, id, main);
  await changesItsEvent(journey, manage, id, main);
  await coHost(journey, main);
  await reports(journey, others.lookAlike);
  await endOfIt(journey, manage, main);
}

const print = [{ name: 'print', width: 700, media: 'print' }];

/** The first that is seen: Enter in a form presses one that isn't. */
const press = (page, act) => page.locator(`button[name=act][value=${act}]:not(.unseen)`).first().click();

async function kitAndPrivacy({ page, hub, shoot, language }) {
  const open = (path) => page.goto(`${hub.origin}${path}?lang=${language}`);
  for (const [name, path] of [
    ['kit', '/kit'],
    ['kit-overview', '/kit/overview'],
    ['kit-guidelines', '/kit/guidelines'],
    ['kit-agenda', '/kit/agenda'],
    ['kit-tips', '/kit/tips'],
    ['kit-all', '/kit/all'],
  ]) {
    const answer = await open(path);
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`);
    await shoot(name, print);
  }
  await open('/privacy');
  await shoot('privacy');
  await open('/guides/safety');
  await shoot('guide-safety');
}

async function moderatorSignsIn({ page, hub, mailServer, shoot, shootMail, language }) {
  const email = `ana.${language}@example.org`;
  await huddlekit(hub, 'moderators', 'add', email);
  await page.goto(`${hub.origin}/review?lang=${language}`);
  await shoot('review-sign-in');
  await page.locator('main input[type=email]').fill(email);
  await page.locator('main button').click();
  await page.waitForURL('**/sign-in*');
  await shoot('review-sign-in-sent');
  const mail = await mailServer.mailTo(email);
  await shootMail('sign-in', mail);
  await page.goto(linkIn(mail, 'review/in'));
  await shoot('review-sign-in-link');
  await page.locator('main button').click();
  await page.locator('form[action*=sign-out]').waitFor();
}

async function submitAndVerify(
  { page, mailServer, wire, shoot, shootMail },
  event,
  { isShown = false } = {},
) {
  const id = await wire.submit(event);
  const mail = await mailServer.mailTo(event.host.email, ({ text }) => text.includes('/verify/'));
  const link = linkIn(mail, 'verify');
  await page.goto(link);
  if (isShown) {
    await shootMail('verify', mail);
    await shoot('verify');
  }
  await press(page, 'verify');
  await page.locator('button[value=verify]').waitFor({ state: 'detached' });
  if (isShown) {
    await shoot('verify-done');
    await page.goto(link);
    await shoot('verify-again');
  }
  // The same host's next mail is another one.
  mailServer.mails.splice(mailServer.mails.indexOf(mail), 1);
  return id;
}

const showDetails = (page, index) => page.locator('main details > summary').nth(index).click();

async function review({ page, hub, mailServer, wire, shoot, shootMail, language, typed }, id, others) {
  const open = (path = '') => page.goto(`${hub.origin}/review${path}?lang=${language}`);
  await open();
  await shoot('review-queue');
  await open(`/${others.lookAlike}`);
  await shoot('review-look-alike');
  await open(`/${others.telling}`);
  await shoot('review-address-typed');
  await press(page, 'reject');
  await page.getByRole('alert').waitFor();
  await shoot('review-reject-no-message');
  await page.locator('textarea').first().fill(typed.refusal);
  await press(page, 'reject');
  await page.getByRole('status').waitFor();
  await shoot('review-queue-done');
  const okafor = `okafor.${language}@example.org`;
  await shootMail('rejected', await mailServer.mailTo(okafor, ({ text }) => text.includes(typed.refusal)));
  await open(`/${id}`);
  await shoot('review-new');
  await showDetails(page, 0);
  await shoot('review-block');
  await press(page, 'approve');
  await page.getByRole('status').waitFor();
  await open(`/${others.lookAlike}`);
  await press(page, 'approve');
  await page.getByRole('status').waitFor();
  // Two of the same host at the same time.
  const [, , again] = Object.values(eventsIn(language));
  const twin = await wire.submit(again);
  const mail = await mailServer.mailTo(okafor, ({ text }) => text.includes('/verify/'));
  await page.goto(linkIn(mail, 'verify'));
  await press(page, 'verify');
  await page.locator('button[value=verify]').waitFor({ state: 'detached' });
  await open(`/${twin}`);
  await shoot('review-duplicate');
}

async function hostManages({ page, mailServer, wire, shoot, shootMail, language, typed }, id, { host }) {
  const mail = await mailServer.mailTo(host.email, ({ text }) => text.includes('/manage/'));
  await shootMail('approved', mail);
  const link = new URL(linkIn(mail, 'manage'));
  const go = (path = '') => page.goto(`${link.origin}${link.pathname}${path}?lang=${language}`);
  await go();
  await shoot('manage-fresh');
  await go('/guests');
  await shoot('manage-guests-none');
  await go('/message');
  await shoot('manage-message-nobody');
  for (const guest of guestsIn(language)) await wire.comeTo(id, guest, language);
  await go();
  await shoot('manage');
  await go('/guests');
  await shoot('manage-guests');
  const came = page.locator('button[value=came]').first();
  if (await came.isVisible()) await came.click();
  await page.locator('#q').fill('Jo');
  await page.locator('#q').press('Enter');
  await page.locator('main [role=status]').first().waitFor();
  await shoot('manage-guests-found');
  await go('/co-hosts');
  await shoot('manage-co-hosts');
  await page.locator('main form').last().locator('button').click();
  await page.locator('.error-summary').waitFor();
  await shoot('manage-co-hosts-faults');
  await go('/message');
  await shoot('manage-message');
  await press(page, 'preview');
  await page.locator('.error-summary').waitFor();
  await shoot('manage-message-faults');
  await page.locator('#message').fill(typed.message);
  await press(page, 'preview');
  await page.locator('.letter').waitFor();
  await shoot('manage-message-preview');
  await press(page, 'send');
  await page.locator('.notice.done').waitFor();
  await shoot('manage-message-sent');
  await go('/link');
  await shoot('manage-link');
  return go;
}

async function changesItsEvent(
  { page, hub, mailServer, shoot, shootMail, language, typed },
  go,
  id,
  { host },
) {
  const known = mailServer.mails.length;
  await go('/edit');
  await shoot('manage-edit');
  await page.locator('#title').fill('');
  await page.locator('#capacity').fill('many');
  await press(page, 'save');
  await page.locator('.error-summary').waitFor();
  await shoot('manage-edit-faults');
  await page.locator('#title').fill(typed.edited);
  await page.locator('#description').fill(typed.editedDescription);
  await page.locator('#capacity').fill('30');
  await press(page, 'save');
  await page.locator('.waiting').waitFor();
  await shoot('manage-waiting');
  await page.goto(`${hub.origin}/review/${id}?lang=${language}`);
  await shoot('review-diff');
  await press(page, 'approve');
  await page.getByRole('status').waitFor();
  const isNew = (mail) => mailServer.mails.indexOf(mail) >= known;
  await shootMail('edited', await mailServer.mailTo(host.email, isNew));
}

async function coHost({ page, mailServer, shoot, shootMail }, { coHosts }) {
  const mail = await mailServer.mailTo(coHosts[0].email);
  await shootMail('co-host', mail);
  await page.goto(linkIn(mail, 'manage'));
  await shoot('co-host-invitation');
  await press(page, 'decline');
  await page.locator('button[value=decline]').waitFor({ state: 'detached' });
  await shoot('co-host-declined');
  await press(page, 'accept');
  await page.locator('.tasks').waitFor();
  await shoot('co-host-manage');
}

async function reports({ page, hub, mailServer, wire, shoot, shootMail, language, typed }, id) {
  const open = (path) => page.goto(`${hub.origin}${path}?lang=${language}`);
  await open(`/e/${id}/report`);
  await shoot('report');
  await page.locator('input[type=radio]').nth(1).check();
  await page.locator('textarea').fill(typed.report);
  await page.locator('input[type=email]').fill('no@mail');
  await page.locator('main form button').click();
  await page.getByRole('alert').waitFor();
  await shoot('report-faults');
  await page.locator('input[type=email]').fill('neighbor@example.org');
  await page.locator('main form button').click();
  await page.locator('main form').waitFor({ state: 'detached' });
  await shoot('report-sent');
  await wire.report(id, { reason: 'private-address' });
  await open('/review');
  await shoot('review-queue-reports');
  await open(`/review/${id}`);
  await showDetails(page, 0);
  await shoot('review-reports');
  await page.locator('details[open] textarea').fill(typed.takedown);
  await press(page, 'takedown');
  await page.getByRole('status').waitFor();
  const mail = await mailServer.mailTo(`sam.${language}@example.org`, ({ text }) =>
    text.includes(typed.takedown),
  );
  await shootMail('taken-down', mail);
  await open('/review/nothing');
  await shoot('not-found');
}

async function endOfIt({ page, mailServer, shoot, shootMail, language, typed }, go, { host }) {
  await go('/cancel');
  await shoot('manage-cancel');
  await page.locator('#note').fill(typed.note);
  await press(page, 'preview');
  await page.locator('.letter').waitFor();
  await shoot('manage-cancel-preview');
  await press(page, 'cancel');
  await page.locator('.tasks').waitFor();
  await shoot('manage-cancelled');
  const guest = `jo.${language}@example.org`;
  await shootMail('cancelled', await mailServer.mailTo(guest, ({ text }) => text.includes(typed.note)));
  await go('/link');
  await press(page, 'renew');
  await page.locator('.link-text').waitFor();
  await shoot('manage-link-new');
  await shootMail('link', await mailServer.mailTo(host.email, ({ text }) => text.includes('/manage/')));
}
