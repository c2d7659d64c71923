import { html, type TemplateResult } from 'lit';
import { closedRsvp } from '../locales/en/closed-rsvp.ts';
import type { LocaleController } from '../locales/locale-controller.ts';
import { format, type Message, type MessageGroup } from '../locales/message.ts';
import { closedStyles } from './closed-rsvp.styles.ts';
import type { RsvpState } from './rsvp-state.ts';

/** What draws the state in a shadow root, whose styles it brings along. */
export function closedIn({ shadowRoot }: Element): typeof renderClosed {
  const { styleSheet } = closedStyles;
  const sheets = shadowRoot?.adoptedStyleSheets;
  if (styleSheet && !sheets?.includes(styleSheet)) sheets?.push(styleSheet);
  return renderClosed;
}

/** What stands in the button's place where no RSVP is taken, with a way on; undefined where one is. */
function renderClosed(
  state: RsvpState,
  locale: Pick<LocaleController<Readonly<Record<string, MessageGroup>>>, 'later' | 'language'>,
  hub: string,
): TemplateResult | undefined {
  const group = locale.later('closedRsvp', closedRsvp);
  const text = (message: Message): string => format(message, locale.language);
  switch (state.name) {
    case 'open':
    case 'full':
      return undefined;
    case 'link':
      return html`<a class="button button-primary" part="button" rel="noopener" href=${state.url}
        >${text(group.elsewhere)}</a
      >`;
    case 'none':
      return html`<p class="small">${text(group.noSignUp)}</p>`;
    default:
      return html`<span class="button state-off" part="button">${text(group[state.name])}</span>
        <a class="link small" part="link" href="${hub}/">${text(group.findAnother)}</a>`;
  }
}
