/** The form for hosts, framed on a partner's page, in each of its steps and states. */

const inTwoDays = () => new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);

/** The form inside its frame. */
const form = (page) => page.frameLocator('huddle-host-form iframe').locator('huddle-host-steps');

const next = (page) => form(page).locator('.foot .button-primary').click();

async function isAt(page, step) {
  await form(page).locator(`.step-now:nth-child(${step})`).waitFor();
}

const fill = {
  async 1(page) {
    await form(page).locator('#title').fill('Kitchen-table huddle: what we do next');
  },
  async 2(page) {
    await form(page).locator('#date').fill(inTwoDays());
    await form(page).locator('#start').fill('18:30');
    await form(page).locator('#end').fill('20:00');
  },
  async 3(page) {
    await form(page).locator('#street').fill('2817 W Palmer St');
    await form(page).locator('#city').fill('Chicago');
    await form(page).locator('#state').fill('IL');
    await form(page).locator('#postal-code').fill('60647');
    await form(page).locator('#postal-code').blur();
    await form(page).getByText('“60647 Chicago, IL”').waitFor();
    await form(page).locator('huddle-point-map .canvas').waitFor();
  },
  async 4(page) {
    await form(page).locator('#guests').fill('24');
    await form(page).locator('#add-co-host').click();
    await form(page).locator('#co-host-name-0').fill('Ines');
    await form(page).locator('#co-host-email-0').fill('ines@example.org');
  },
  async 5(page) {
    await form(page).locator('#given-name').fill('Tomasz');
    await form(page).locator('#email').fill('tomasz@example.org');
    await form(page).locator('[id^=commitment-]').check();
  },
};

/** Goes on to a step with all before it filled in. */
async function goTo(page, step) {
  await isAt(page, 1);
  for (let now = 1; now < step; now += 1) {
    await fill[now](page);
    await next(page);
    await isAt(page, now + 1);
  }
}

const faults = (step) => async (page) => {
  await goTo(page, step);
  await next(page);
  await form(page).locator('.error-summary').waitFor();
};

const states = [
  { name: '1-why', act: (page) => goTo(page, 1) },
  { name: '1-why-faults', act: faults(1) },
  { name: '2-when', act: (page) => goTo(page, 2) },
  { name: '2-when-faults', act: faults(2) },
  {
    name: '2-when-several',
    async act(page) {
      await goTo(page, 2);
      await fill[2](page);
      await form(page).locator('#add-time').click();
    },
  },
  {
    name: '3-where',
    async act(page) {
      await goTo(page, 3);
      await fill[3](page);
    },
  },
  {
    name: '3-where-point',
    async act(page) {
      await goTo(page, 3);
      await fill[3](page);
      await form(page).locator('huddle-point-map .canvas').press('Shift+ArrowRight');
      await form(page).locator('.shown-area').waitFor();
    },
  },
  { name: '3-where-faults', act: faults(3) },
  {
    name: '3-where-public',
    async act(page) {
      await goTo(page, 3);
      await form(page).locator('[name=location-kind]').nth(1).check();
    },
  },
  {
    name: '4-size',
    async act(page) {
      await goTo(page, 4);
      await fill[4](page);
    },
  },
  { name: '5-check', act: (page) => goTo(page, 5) },
  { name: '5-check-faults', act: faults(5) },
  {
    name: '6-sent',
    async act(page) {
      await goTo(page, 5);
      await fill[5](page);
      await next(page);
      await form(page).locator('.notice-success').waitFor();
    },
  },
  {
    name: 'blocked',
    before: (page) => page.route('**/host?*', () => undefined),
    act: (page) => page.locator('huddle-host-form').locator('a.link').waitFor(),
  },
];

/** As tall as its page: of a frame only what is in view is drawn. */
async function growToPage(page) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: page.viewportSize().width, height });
}

export const hostStates = states.map((state) => ({
  ...state,
  async act(page) {
    await page.locator('huddle-host-form').scrollIntoViewIfNeeded();
    await state.act(page);
    await page.waitForTimeout(400);
    await growToPage(page);
  },
  name: `host-${state.name}`,
  tag: 'huddle-host-form',
}));
