import { html } from '../text/html.ts';
import { guides } from './locales/guides.ts';
import { markdown } from './markdown.ts';
import type { PageOptions, Visit } from './page.ts';

/** One of the hub's own guides. */
export function guidePage(name: string, { language }: Visit): PageOptions | undefined {
  const guide = name in guides ? guides[name as keyof typeof guides][language] : undefined;
  return (
    guide && {
      title: guide.title,
      description: guide.lead,
      path: `/guides/${name}`,
      body: html`<div class="narrow prose">
        <h1>${guide.title}</h1>
        <p class="lead">${guide.lead}</p>
        ${markdown(guide.text)}
      </div>`,
    }
  );
}
