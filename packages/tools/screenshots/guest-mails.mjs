import { day, timeslot, timeslotIn } from './guest-world.mjs';

/** How long until a reminder that is due has come: the hub looks for them each minute. */
const reminderSeconds = 240;

/**
 * The mails to a guest, as a mail server received them.
 * @param {ReturnType<typeof import('./guest-world.mjs').createGuestWorld>} world
 */
export function mailStates(world, { several, porch, full }) {
  const { mailbox, newAddress, host, client, hostEvent, signUp, signUpByForm, submit } = world;
  const guestOf = ({ lang = 'en' }) => ({
    email: newAddress('maribel'),
    language: lang,
    timezone: 'America/New_York',
    guests: 2,
    consent: { email: true, sms: false, organizations: ['host', 'huddle-up'] },
  });

  const states = {
    async confirm({ lang }) {
      const { email } = await signUpByForm(porch.id, { lang, guests: '1' });
      return mailbox.mailTo(email);
    },
    async confirmed(mode) {
      const { email } = await signUp(several.id, guestOf(mode));
      return mailbox.mailTo(email);
    },
    async known(mode) {
      const { email, ...guest } = guestOf(mode);
      await signUp(several.id, { email, ...guest });
      await mailbox.mailTo(email);
      await signUp(several.id, { email, ...guest });
      return mailbox.mailTo(email, 2);
    },
    async waitlisted(mode) {
      const { email } = await signUp(full.id, guestOf(mode));
      return mailbox.mailTo(email);
    },
    async promoted(mode) {
      const { id } = await hostEvent({ title: 'Soup and signs', capacity: 3 });
      const { email: first } = await signUp(id, { guests: 2 });
      const { email } = await signUp(id, guestOf(mode));
      // What isn't true any more isn't sent.
      await mailbox.mailTo(email);
      await submit(await mailbox.linkTo(first, 'manage'), { act: 'cancel' });
      return mailbox.mailTo(email, 2);
    },
    async changed(mode) {
      const { id, token } = await hostEvent();
      const { email } = await signUp(id, guestOf(mode));
      await mailbox.mailTo(email);
      const { version, timeslots } = await host.events.get(id, token);
      const moved = { id: timeslots[0].id, ...timeslot(9, 17) };
      await host.events.change(id, token, { version, timeslots: [moved] });
      return mailbox.mailTo(email, 2);
    },
    async cancelled(mode) {
      const { id, token } = await hostEvent();
      const { email } = await signUp(id, guestOf(mode));
      await mailbox.mailTo(email);
      await submit(`${world.hub.url}/manage/${token}/cancel`, {
        act: 'cancel',
        note: 'The library has a burst pipe.\n\nWe meet again in two weeks.',
      });
      return mailbox.mailTo(email, 2);
    },
    async 'gave-up'(mode) {
      const { email, link } = await signUp(several.id, guestOf(mode));
      await mailbox.mailTo(email);
      await submit(link, { act: 'cancel' });
      return mailbox.mailTo(email, 2);
    },
    async reminder(mode) {
      const { email } = await reminded[mode.lang ?? 'en'];
      return mailbox.mailTo(email, 2, reminderSeconds);
    },
  };

  // Who signs up a day and a minute ahead is reminded soon.
  const soon = hostEvent({ timeslots: [timeslotIn(day + 60_000)] });
  const remindedIn = async (lang) => signUp((await soon).id, guestOf({ lang }));
  const reminded = { en: remindedIn('en'), es: remindedIn('es') };

  return Object.entries(states).map(([name, mail]) => ({
    name: `guest-mail-${name}`,
    campaign: { confirmation: 'none' },
    prepare: async (mode) => ({ content: (await mail(mode)).html }),
  }));
}
