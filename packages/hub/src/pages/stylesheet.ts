import { createHash } from 'node:crypto';
import { event } from './styles/event.ts';
import { form } from './styles/form.ts';
import { foundation } from './styles/foundation.ts';
import { home } from './styles/home.ts';
import { manage } from './styles/manage.ts';
import { kit } from './styles/kit.ts';
import { review } from './styles/review.ts';
import { text } from './styles/text.ts';

/** The one sheet of the hub's pages. */
export const stylesheet = [foundation, text, event, home, review, form, manage, kit].join('\n');

const hash = createHash('sha256').update(stylesheet).digest('base64url').slice(0, 10);

/** Path of the sheet; its name changes with its content, so that it can be kept for ever. */
export const stylesheetPath = `/assets/hub-${hash}.css`;
