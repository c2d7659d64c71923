import { text } from '@huddlekit/contract';
import type { FastifyRequest } from 'fastify';
import { fieldOf } from '../own-forms.ts';

/** The most characters of a host's note or message. */
export const longestText = 2000;
const HostText = text(longestText);

/** A host's plain text from a form: as it was typed, and as it may be sent; undefined where it can't be. */
export function hostText(request: FastifyRequest, name: string): { typed: string; text: string | undefined } {
  const typed = (fieldOf(request, name) ?? '').replaceAll('\r\n', '\n');
  return { typed, text: HostText.safeParse(typed).data };
}
