import { html } from '../../text/html.ts';
import { manageHead, type ManagePage } from './manage-visit.ts';

/** Makes the host another link. The new one is shown in the answer alone, and mailed. */
export const linkPage: ManagePage = {
  isForHost: true,
  show: async (visit) => {
    const { words } = visit;
    return {
      title: words('manageLink'),
      isPrivate: true,
      body: html`${manageHead(visit, words('manageLink'))}
        <p class="lead">${words('linkLead')}</p>
        <p>${words('linkText')}</p>
        <form class="form" method="post">
          <button class="button primary" name="act" value="renew">${words('linkRenew')}</button>
        </form>`,
    };
  },

  async act(visit) {
    const { hub, words, language, manager, event } = visit;
    const token = await hub.hosting.renewLink(manager.eventId, manager.actor);
    if (token === undefined) return undefined;
    const link = `${hub.settings.baseUrl}/manage/${token}`;
    return {
      title: words('linkNewTitle'),
      isPrivate: true,
      body: html`<p class="kind">${event.title}</p>
        <h1>${words('linkNewTitle')}</h1>
        <p class="lead">${words('linkNewText')}</p>
        <p class="panel link-text">${link}</p>
        <p>
          <a class="button primary" href="/manage/${token}?lang=${language}">${words('linkOpen')}</a>
        </p>`,
    };
  },
};
