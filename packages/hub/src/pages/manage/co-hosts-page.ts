import { CoHostInput, facilitatorsFor, fieldProblems } from '@huddlekit/contract';
import type { CoHost } from '../../events/co-hosts.ts';
import { html, type Html } from '../../text/html.ts';
import { fieldOf } from '../own-forms.ts';
import type { PageOptions, Words } from '../page.ts';
import { errorSummary, formField, type FieldErrors } from './form-field.ts';
import { actButton } from './guests-page.ts';
import { manageHead, type ManagePage, type ManageVisit } from './manage-visit.ts';

/** Who hosts along: invited, taken out, given another link. */
export const coHostsPage: ManagePage = {
  isForHost: true,
  show: (visit) => page(visit),

  async act(visit) {
    const { hub, manager, request, path } = visit;
    const { eventId, actor } = manager;
    const act = { eventId, actor, coHostId: fieldOf(request, 'person') ?? '' };
    switch (fieldOf(request, 'act')) {
      case 'invite':
        return invite(visit);
      case 'remove':
        await hub.hosting.removeCoHost(act);
        return path('co-hosts', { done: 'removed' });
      case 'renew':
        return (await hub.hosting.renewCoHostLink(act)) ? path('co-hosts', { done: 'renewed' }) : page(visit);
      default:
        return undefined;
    }
  },
};

interface Typed {
  readonly name: string;
  readonly email: string;
}

async function invite(visit: ManageVisit): Promise<PageOptions | string | undefined> {
  const { hub, manager, request, words, path } = visit;
  const typed = { name: fieldOf(request, 'name') ?? '', email: fieldOf(request, 'email') ?? '' };
  const input = CoHostInput.safeParse(typed);
  if (!input.success) {
    const errors: Record<string, string> = {};
    for (const { pointer, code } of fieldProblems(input.error.issues, typed)) {
      const name = pointer.slice(1);
      const isEmpty = typed[name as keyof Typed].trim() === '';
      errors[name] ??= words(isEmpty || code === 'required' ? 'errorRequired' : 'errorCheck');
    }
    return page(visit, typed, errors);
  }
  const outcome = await hub.hosting.invite(manager.eventId, input.data, manager.actor);
  if (outcome === 'not_found') return undefined;
  if (outcome === 'known') return page(visit, typed, { email: words('coHostKnown') });
  if (outcome === 'too_many') return page(visit, typed, { name: words('coHostTooMany') });
  return path('co-hosts', { done: outcome === 'done' ? 'invited' : 'named' });
}

async function page(
  visit: ManageVisit,
  typed: Typed = { name: '', email: '' },
  errors: FieldErrors = {},
): Promise<PageOptions> {
  const { hub, words, event, manager } = visit;
  const isWrong = Object.keys(errors).length > 0;
  const coHosts = await hub.hosting.coHosts(manager.eventId);
  const title = words('manageCoHosts');
  const labels = { name: words('coHostName'), email: words('coHostEmail') };
  return {
    title: isWrong ? `${words('errorPrefix')} ${title}` : title,
    status: isWrong ? 422 : 200,
    isPrivate: true,
    body: html`${errorSummary(errors, words, undefined, labels)} ${manageHead(visit, title)}
      <p class="lead">${words('coHostsLead')}</p>
      ${event.capacity !== null && html`<p>${words('coHostsNeeded', { guests: event.capacity, count: facilitatorsFor(event.capacity) })}</p>`}
      ${
        coHosts.length === 0
          ? html`<p>${words('coHostsNone')}</p>`
          : html`<ul class="plain guests">
              ${coHosts.map((coHost) => coHostRow(coHost, words))}
            </ul>`
      }
      <h2>${words('coHostAdd')}</h2>
      <form class="form" method="post">
        ${formField({ name: 'name', label: labels.name, value: typed.name, maxLength: 100 }, errors, words)}
        ${formField({ name: 'email', label: labels.email, hint: words('coHostEmailHint'), value: typed.email, type: 'email', maxLength: 254 }, errors, words)}
        <button class="button primary" name="act" value="invite">${words('coHostInvite')}</button>
      </form>`,
  };
}

const states = {
  named: 'coHostNamed',
  invited: 'coHostInvited',
  accepted: 'coHostAccepted',
  declined: 'coHostDeclined',
} as const satisfies Record<CoHost['status'], Parameters<Words>[0]>;

function coHostRow({ id, name, email, status }: CoHost, words: Words): Html {
  return html`<li>
    <div>
      <p class="who"><strong>${name}</strong></p>
      <p class="tags">
        <span class="${status === 'accepted' ? 'good' : 'wait'}"
          >${words(email === undefined ? 'coHostNoEmail' : states[status])}</span
        >
        ${email !== undefined && html`<span class="link-text">${email}</span>`}
      </p>
    </div>
    <form method="post">
      <input type="hidden" name="person" value="${id}" />
      ${status === 'accepted' && actButton('renew', words('coHostRenew'), words('coHostRenewName', { name }))}
      ${actButton('remove', words('coHostRemove'), words('coHostRemoveName', { name }))}
    </form>
  </li>`;
}
