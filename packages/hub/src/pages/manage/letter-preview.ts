import { previewLetter } from '../../mail/compose.ts';
import { paragraphs } from '../../mail/letter-html.ts';
import { html, type Html } from '../../text/html.ts';
import type { ManageVisit } from './manage-visit.ts';

/** A mail to who comes, as they will read it. */
export async function letterPreview(
  { hub, words, language, manager }: ManageVisit,
  kind: Parameters<typeof previewLetter>[1],
  message: string,
): Promise<Html> {
  const letter = await previewLetter(hub, kind, { eventId: manager.eventId, message, language });
  if (!letter) return html``;
  return html`<h2 id="preview" tabindex="-1" autofocus>${words('previewTitle')}</h2>
    <p class="small muted">${words('previewText')}</p>
    <section class="letter" aria-labelledby="preview">
      <p class="subject"><span>${words('previewSubject')}</span> <strong>${letter.subject}</strong></p>
      <div>
        <h3>${letter.title}</h3>
        <p>${letter.text}</p>
        <dl class="facts">
          ${letter.facts.map(
            ({ name, lines }) =>
              html`<div>
                <dt>${name}</dt>
                <dd>
                  ${lines.map((line, index) => html`${index > 0 && html`<br />`}${index === 0 ? html`<strong>${line}</strong>` : line}`)}
                </dd>
              </div>`,
          )}
        </dl>
        ${letter.sections.map(
          ({ title, text }) =>
            html`<h4>${title}</h4>
              ${paragraphs(text)}`,
        )}
        ${letter.footer.map((line) => html`<p class="small muted">${line}</p>`)}
      </div>
    </section>`;
}
