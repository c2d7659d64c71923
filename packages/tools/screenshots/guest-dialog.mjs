/** The dialog behind the RSVP button on a partner's page, in each of its states. */

const dialog = (page) => page.locator('huddle-rsvp-dialog');
const button = (page) => page.locator('huddle-rsvp .root .button');

async function open(page) {
  await button(page).click();
  await dialog(page).locator('dialog[open]').waitFor();
  // Who may write to guests comes after the form.
  await dialog(page).locator('.choice').last().waitFor();
  await page.waitForLoadState('networkidle');
}

async function fill(page, email) {
  await dialog(page).locator('#given-name').fill('Maribel');
  await dialog(page).locator('#family-name').fill('Okafor');
  await dialog(page).locator('#email').fill(email);
  await dialog(page).locator('[id^=commitment-]').check();
}

const send = (page) => dialog(page).locator('form .button-primary').click();

async function answered(page) {
  await dialog(page).locator('.dialog-body .confirmed').waitFor();
  await page.waitForLoadState('networkidle');
}

const close = (page) => dialog(page).locator('.foot-row button').last().click();
const toEnd = (page) =>
  dialog(page)
    .locator('dialog')
    .evaluate((element) => (element.scrollTop = 1e6));

/** @param {ReturnType<typeof import('./guest-world.mjs').createGuestWorld>} world */
export function dialogStates(world, { several, kitchen, full, off }) {
  const { newAddress, hostEvent, host, signUp } = world;

  async function fillHere(page) {
    await open(page);
    const times = dialog(page).locator('[name=timeslot]');
    if ((await times.count()) > 0) await times.first().check();
    await fill(page, newAddress('maribel'));
  }

  async function signUpHere(page) {
    await fillHere(page);
    await send(page);
  }

  async function comeHere(page) {
    await signUpHere(page);
    await answered(page);
  }

  async function queueHere(page) {
    await fillHere(page);
    await page.context().setOffline(true);
    await send(page);
    await dialog(page).locator('.queued').waitFor();
  }

  const onlyButton = (page) => button(page).first().waitFor();
  const states = [
    { name: 'button', event: several, act: onlyButton },
    { name: 'button-full', event: full, act: onlyButton },
    { name: 'button-ended', event: several, at: 30, act: onlyButton },
    { name: 'button-cancelled', event: off, act: onlyButton },
    {
      name: 'button-coming',
      event: several,
      async act(page) {
        await comeHere(page);
        await close(page);
      },
    },
    { name: 'form', event: several, act: open },
    {
      name: 'form-filled',
      event: several,
      async act(page) {
        await open(page);
        await dialog(page).locator('[name=timeslot]').nth(1).check();
        await fill(page, 'maribel.okafor@example.org');
        await dialog(page).locator('.stepper button').last().click();
        await dialog(page).locator('#access-needs').fill('A chair near the door.');
        await dialog(page).locator('#access-needs').blur();
      },
    },
    {
      name: 'form-end',
      event: several,
      async act(page) {
        await open(page);
        await fill(page, 'maribel.okafor@example.org');
        await toEnd(page);
      },
    },
    {
      name: 'form-faults',
      event: several,
      async act(page) {
        await open(page);
        await dialog(page).locator('#email').fill('maribel.okafor');
        await send(page);
        await dialog(page).locator('.error-summary').waitFor();
      },
    },
    {
      name: 'form-faults-end',
      event: several,
      async act(page) {
        await open(page);
        await send(page);
        await dialog(page).locator('.error-summary').waitFor();
        await toEnd(page);
      },
    },
    {
      name: 'form-full-time',
      event: several,
      async act(page) {
        await open(page);
        await dialog(page).locator('[name=timeslot]').nth(2).check();
      },
    },
    { name: 'form-full', event: full, act: open },
    { name: 'form-home', event: kitchen, act: open },
    {
      name: 'sending',
      event: several,
      async act(page) {
        await page.route('**/attendances', () => undefined);
        await signUpHere(page);
        await dialog(page).locator('form [aria-busy]').waitFor();
        await toEnd(page);
      },
    },
    {
      name: 'confirmed',
      event: several,
      act: comeHere,
    },
    {
      name: 'confirmed-home',
      event: kitchen,
      async act(page) {
        await comeHere(page);
        await dialog(page).locator('.calendars summary').click();
      },
    },
    {
      name: 'waitlisted',
      event: full,
      act: comeHere,
    },
    {
      name: 'unconfirmed',
      event: several,
      campaign: { confirmation: 'mailed-link' },
      act: comeHere,
    },
    {
      name: 'queued',
      event: several,
      act: queueHere,
    },
    {
      name: 'sent-later',
      event: several,
      async act(page) {
        await queueHere(page);
        await page.context().setOffline(false);
        await answered(page);
      },
    },
    {
      name: 'already',
      event: several,
      async act(page) {
        const invited = page.waitForResponse((response) => response.status() === 201);
        await signUpHere(page);
        const { inviteUrl } = await (await invited).json();
        await answered(page);
        await close(page);
        const invitedBy = new URL(inviteUrl).pathname.split('/').at(-1);
        await signUp(several.id, { referrer: { invitedBy } });
        await button(page).click();
        await dialog(page).locator('.credit').waitFor();
      },
    },
    {
      name: 'already-waiting',
      event: full,
      async act(page) {
        await comeHere(page);
        await close(page);
        await button(page).click();
        await answered(page);
      },
    },
    {
      name: 'refused',
      event: () => hostEvent(),
      async act(page, { id, token }) {
        await open(page);
        await host.events.cancel(id, token);
        await fill(page, newAddress('maribel'));
        await send(page);
        await dialog(page).locator('.refusal').waitFor();
      },
    },
    {
      name: 'failed',
      event: several,
      async act(page) {
        await page.route('**/attendances', (route) => route.fulfill({ status: 503 }));
        await signUpHere(page);
        await dialog(page).locator('.refusal').waitFor({ timeout: 60_000 });
      },
    },
  ];

  return states.map(({ name, event, at, campaign = {}, act }) => ({
    name: `guest-rsvp-${name}`,
    tag: 'huddle-rsvp',
    // A dialog is as tall as its window at most.
    height: name.startsWith('button') ? 200 : 1080,
    fullPage: false,
    campaign: { confirmation: 'none', ...campaign },
    async prepare() {
      const found = typeof event === 'function' ? await event() : event;
      return { attributes: `event="${found.id}"`, found };
    },
    async before(page) {
      if (at) await page.clock.setFixedTime(Date.now() + at * 86_400_000);
    },
    act: (page, { found }) => act(page, found),
  }));
}
