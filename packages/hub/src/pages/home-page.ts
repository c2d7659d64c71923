import type { Event } from '@huddlekit/contract';
import { publicCampaign } from '../campaign/campaign.ts';
import { placeInWords } from '../calendar/calendar.ts';
import { html, type Html } from '../text/html.ts';
import { whenOf } from '../text/when.ts';
import { widgetsScript, type PageOptions, type Visit } from './page.ts';

/** The hub's front page: every widget on live data, readable without script. */
export async function homePage(visit: Visit): Promise<PageOptions> {
  const { hub, words, language } = visit;
  const { baseUrl } = hub.settings;
  const campaign = await publicCampaign(hub.campaign(), hub.storage.read, {
    now: hub.now(),
    language,
    baseUrl,
  });
  const { data: events } = await hub.events.list({ limit: 20 });
  const snippet = [
    `<script type="module" src="${baseUrl}/huddlekit.js"></script>`,
    `<huddle-map><a href="${baseUrl}/">Find an event</a></huddle-map>`,
  ].join('\n');
  const statuses: Record<string, string> = { done: words('actionDone'), current: words('actionCurrent') };
  return {
    title: campaign.title,
    head: widgetsScript(visit),
    body: html`
      ${campaign.isSample && html`<p class="notice warning"><strong>${words('sample')}</strong> ${words('sampleText')}</p>`}
      <h1>${campaign.title}</h1>
      <p class="lead">${campaign.summary}</p>
      <h2>${words('findTitle')}</h2>
      <huddle-map sync-url>${eventList(events, visit)}</huddle-map>
      <div class="columns">
        <section>
          ${
            campaign.actions.length > 0 &&
            html`<h2>${words('actions')}</h2>
              <ol class="actions">
                ${campaign.actions.map(
                  ({ number, title, summary, status }) =>
                    html`<li class="${status === 'current' && 'current'}">
                      <span class="number">${number}</span>
                      <h3>${title}</h3>
                      <span class="small muted">${statuses[status] ?? words('actionNext')}</span>
                      <p>${summary}</p>
                    </li>`,
                )}
              </ol>`
          }
        </section>
        <aside>
          <h2>${words('nextTraining')}</h2>
          <huddle-countdown></huddle-countdown>
          ${
            campaign.goals.length > 0 &&
            html`<h2>${words('goals')}</h2>
              <ol>
                ${campaign.goals.map((goal) => html`<li><p>${goal}</p></li>`)}
              </ol>`
          }
        </aside>
      </div>
      <h2>${words('hostTitle')}</h2>
      <p>${words('hostText')}</p>
      <p><a class="button primary" href="/host?lang=${language}">${words('host')}</a></p>
      <h2>${words('embedTitle')}</h2>
      <p>${words('embedText')}</p>
      <pre tabindex="0"><code>${snippet}</code></pre>
    `,
  };
}

function eventList(events: readonly Event[], { words, language }: Visit): Html {
  if (events.length === 0) return html`<p>${words('noEvents')}</p>`;
  return html`<ul class="events">
    ${events.map((event) => {
      const [next] = event.timeslots;
      const when = next && whenOf(event, next, language);
      return html`<li>
        <h3><a href="/e/${event.id}?lang=${language}">${event.title}</a></h3>
        <span>${[when?.day, when?.time].filter(Boolean).join(', ')}</span><br />
        <span class="muted">${event.isVirtual ? words('online') : placeInWords(event)}</span>
      </li>`;
    })}
  </ul>`;
}
