import { hostConsent, type Campaign, type Event } from '@huddlekit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { FormContext } from './form-context.ts';
import { wordsOf, type RsvpWord } from './rsvp-words.ts';

/** Somebody who asks to write to the guest. */
interface Asker {
  readonly id: string;
  readonly name: string;
  readonly asksEmail: boolean;
  readonly asksSms: boolean;
}

/** Who may ask: whoever hosts the event, then the campaign's organizations. */
export function askersOf(event: Event, campaign: Campaign | undefined): Asker[] {
  if (!campaign) return [];
  const organizations = campaign.organizations
    .map(({ id, name, asks }) => ({
      id,
      name,
      asksEmail: asks.includes('email'),
      asksSms: asks.includes('sms'),
    }))
    .filter(({ asksEmail, asksSms }) => asksEmail || asksSms);
  const { sponsor, hostName } = event;
  const host = hostName ?? sponsor?.name;
  return host
    ? [{ id: hostConsent, name: host, asksEmail: true, asksSms: false }, ...organizations]
    : organizations;
}

/** What a guest allows, as the wire tells it. A text message needs a number to go to. */
export function consentOf(
  askers: readonly Asker[],
  chosen: readonly string[],
  hasPhone: boolean,
): { email: boolean; sms: boolean; organizations: string[] } {
  const allowed = askers.filter(({ id }) => chosen.includes(id));
  return {
    email: allowed.some(({ asksEmail }) => asksEmail),
    sms: hasPhone && allowed.some(({ asksSms }) => asksSms),
    organizations: allowed
      .filter(({ asksEmail, asksSms }) => asksEmail || (asksSms && hasPhone))
      .map(({ id }) => id),
  };
}

/** One box for each organization, which says what it gets and what it does with it. None is ticked beforehand. */
export function renderConsent({
  event,
  campaign,
  answers,
  locale,
  change,
}: FormContext): TemplateResult | typeof nothing {
  const askers = askersOf(event, campaign);
  if (askers.length === 0) return nothing;
  const text = wordsOf(locale);
  const { organizations: chosen } = answers;
  const privacy = campaign?.links.privacy;
  return html`<fieldset class="choices">
    <legend class="label">${text('consent')}</legend>
    <p class="hint">${text('consentHint')}</p>
    ${askers.map(
      (asker) =>
        html`<label class="choice" part="choice checkbox">
          <input
            type="checkbox"
            aria-describedby="gets-${asker.id}"
            .checked=${chosen.includes(asker.id)}
            @change=${({ target }: globalThis.Event) => {
              const others = chosen.filter((id) => id !== asker.id);
              change({
                organizations: (target as HTMLInputElement).checked ? [...others, asker.id] : others,
              });
            }}
          />
          <span class="choice-title"
            >${asker.name}${asker.id === hostConsent ? html` <span class="plain">${text('host')}</span>` : nothing}</span
          >
          <span class="choice-text" id="gets-${asker.id}">${text(whatItGets(asker))}</span>
        </label>`,
    )}
    ${
      privacy
        ? html`<p class="small after">
            <a class="link" part="link" href=${privacy} target="_blank" rel="noopener">${text('privacy')}</a>
          </p>`
        : nothing
    }
  </fieldset>`;
}

function whatItGets({ id, asksEmail, asksSms }: Asker): RsvpWord {
  if (id === hostConsent) return 'getsHost';
  if (asksEmail && asksSms) return 'getsBoth';
  return asksSms ? 'getsSms' : 'getsEmail';
}
