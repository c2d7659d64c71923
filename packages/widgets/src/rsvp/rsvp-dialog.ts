import type { Event } from '@huddlekit/contract';
import type { Client } from '@huddlekit/sdk';
import { register } from '../settings/registration.ts';
import { HuddleRsvpDialog } from './rsvp-dialog-element.ts';

/** What a dialog is opened with. */
export interface RsvpDialogOptions {
  readonly event: Event;
  readonly client: Client;
  readonly language: string;
  readonly partner?: string;
  /** The button; focus comes back to it, and the dialog takes the looks of the element it stands in. */
  readonly opener: HTMLElement;
}

/** Opens the RSVP dialog of an event; settles when it is closed. */
export async function openRsvpDialog({
  event,
  client,
  language,
  partner,
  opener,
}: RsvpDialogOptions): Promise<void> {
  register('huddle-rsvp-dialog', HuddleRsvpDialog);
  const dialog = new HuddleRsvpDialog();
  dialog.event = event;
  dialog.client = client;
  dialog.lang = language;
  if (partner) dialog.partner = partner;
  const root = opener.getRootNode();
  const closed = new Promise<void>((resolve) => {
    dialog.closed = resolve;
  });
  const place = root instanceof ShadowRoot ? root : document.body;
  place.append(dialog);
  await closed;
  // The button may have become another one, which says how things stand now.
  const button = opener.isConnected ? opener : place.querySelector<HTMLElement>('button');
  button?.focus();
}
