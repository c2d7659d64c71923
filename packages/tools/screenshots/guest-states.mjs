import { dialogStates } from './guest-dialog.mjs';
import { mailStates } from './guest-mails.mjs';
import { pageStates } from './guest-pages.mjs';
import { createGuestWorld, prepareEvents } from './guest-world.mjs';

/** All that a guest sees: the dialog, the hub's pages and the mails, of a hub that runs and has people in it. */
export async function guestStates(hub, mailbox) {
  const world = createGuestWorld(hub, mailbox);
  const always = { review: 'all' };
  await world.setCampaign(always);
  const events = await prepareEvents(world);
  let confirmation = 'none';
  const states = [...dialogStates(world, events), ...pageStates(world, events), ...mailStates(world, events)];
  return states.map((state) => ({
    ...state,
    async prepare(mode) {
      const asked = state.campaign.confirmation;
      if (asked !== confirmation) await world.setCampaign({ ...always, confirmation: asked });
      confirmation = asked;
      return state.prepare(mode);
    },
  }));
}
