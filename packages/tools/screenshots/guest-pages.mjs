import { timeslotIn } from './guest-world.mjs';

const inLanguage = (link, { lang = 'en' }) => `${link}${link.includes('?') ? '&' : '?'}lang=${lang}`;

/**
 * The hub's pages that a guest comes to, and the list at the door.
 * @param {ReturnType<typeof import('./guest-world.mjs').createGuestWorld>} world
 */
export function pageStates(world, { several, kitchen, porch, full, off, offLink }) {
  const { hub, mailbox, newAddress, hostEvent, signUp, signUpByForm, submit } = world;

  /** The page that a mailed link leads to, of somebody who signed up without script. */
  async function mailed(eventId, { lang }) {
    const { timeslots } = await world.client.events.get(eventId);
    const { email } = await signUpByForm(eventId, { lang, guests: '1', timeslot: timeslots[0].id });
    return mailbox.linkTo(email, 'manage');
  }

  async function confirmed(eventId, mode) {
    const link = await mailed(eventId, mode);
    await submit(link, { act: 'confirm' });
    return link;
  }

  const waitFor = (selector) => (page) => page.locator(selector).first().waitFor();
  const openCancel = (page) => page.locator('.cancel summary').click();
  const states = [
    { name: 'event', link: () => `${hub.url}/e/${several.id}`, act: waitFor('huddle-rsvp button') },
    { name: 'event-home', link: () => `${hub.url}/e/${kitchen.id}`, act: waitFor('huddle-rsvp button') },
    { name: 'event-full', link: () => `${hub.url}/e/${full.id}`, act: waitFor('huddle-rsvp button') },
    { name: 'event-cancelled', link: () => `${hub.url}/e/${off.id}` },
    { name: 'form', link: () => `${hub.url}/e/${several.id}/rsvp` },
    {
      name: 'form-faults',
      link: () => `${hub.url}/e/${several.id}/rsvp`,
      act: async (page) => {
        await page.locator('main .button.primary').click();
        await page.locator('.error-summary').waitFor();
      },
    },
    {
      name: 'form-sent',
      link: () => `${hub.url}/e/${porch.id}/rsvp`,
      act: async (page) => {
        await page.locator('#givenName').fill('Maribel');
        await page.locator('#email').fill(newAddress('maribel'));
        await page.locator('[name^=commitment-]').check();
        await page.locator('main .button.primary').click();
        await page.locator('[role=status]').waitFor();
      },
    },
    { name: 'mailed', link: (mode) => mailed(several.id, mode) },
    {
      name: 'confirmed',
      link: (mode) => mailed(several.id, mode),
      act: async (page) => {
        await page.locator('button[value=confirm]').click();
        await page.locator('.cancel').waitFor();
      },
    },
    { name: 'manage', link: (mode) => confirmed(porch.id, mode) },
    { name: 'manage-cancel', link: (mode) => confirmed(porch.id, mode), act: openCancel },
    {
      name: 'manage-cancelled',
      link: (mode) => confirmed(porch.id, mode),
      act: async (page) => {
        await openCancel(page);
        await page.locator('button[value=cancel]').click();
        await page.locator('.cancel').waitFor({ state: 'detached' });
      },
    },
    { name: 'manage-waiting', link: async () => (await signUp(full.id, { guests: 2 })).link },
    { name: 'manage-off', link: () => offLink },
    {
      name: 'change',
      link: async (mode) => `${await confirmed(several.id, mode)}`.replace(/(\?|$)/, '/change$1'),
    },
    {
      name: 'change-faults',
      link: async (mode) => `${await confirmed(several.id, mode)}`.replace(/(\?|$)/, '/change$1'),
      act: async (page) => {
        await page.locator('#guests').fill('80');
        await page.locator('#givenName').fill('');
        await page.locator('button[value=save]').click();
        await page.locator('.error-summary').waitFor();
      },
    },
    {
      name: 'check-in',
      link: async () => {
        const { id, token } = await hostEvent({ capacity: 12, timeslots: [timeslotIn(60_000)] });
        for (const [givenName, guests] of [
          ['Maribel', 2],
          ['Tomasz', 0],
          ['Josefina', 1],
        ]) {
          await signUp(id, {
            givenName,
            guests,
            consent: { email: guests > 0, sms: false, organizations: guests > 0 ? ['host'] : [] },
            ...(guests === 2 && { accessNeeds: 'A chair near the door.' }),
          });
        }
        return `${hub.url}/manage/${token}/guests`;
      },
      act: async (page) => {
        await page.locator('button[value=came]').first().click();
        await page.locator('button[value=undo]').waitFor();
      },
    },
    { name: 'privacy', link: () => `${hub.url}/privacy` },
    { name: 'gone', link: () => `${hub.url}/manage/nothing-here` },
  ];

  return states.map(({ name, link, act }) => ({
    name: `guest-page-${name}`,
    campaign: { confirmation: 'none' },
    prepare: async (mode) => ({ address: inLanguage(await link(mode), mode) }),
    act,
  }));
}
