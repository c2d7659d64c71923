import { dayOfAttendance } from './facts.ts';
import type { Letter } from './letter.ts';
import type { MailContext } from './mail-context.ts';

/** One link an attendance, with its day where there are several, to change it or to say that the person comes. */
export function manageLinks(context: MailContext, act: 'manage' | 'sayYes' = 'manage'): Letter['links'] {
  const { hub, attendances, words, language } = context;
  return attendances.map((attendance) => ({
    label:
      attendances.length > 1 ? words(`${act}Day`, { day: dayOfAttendance(attendance, context) }) : words(act),
    url: pageUrl(
      hub,
      `/manage/${hub.tokens.sign('attendance-mail', attendance.id, attendance.tokenVersion)}`,
      language,
    ),
  }));
}

/** The manage page of the host, or of the co-host whom the mail is for. */
export function hostLink({
  hub,
  job,
  event,
  tokenVersion,
  words,
  language,
}: MailContext): Letter['links'][number] {
  const { coHostId } = job;
  const token = coHostId
    ? hub.tokens.sign('co-host', coHostId, tokenVersion)
    : hub.tokens.sign('event', event.id, tokenVersion);
  return { label: words('hostManage'), url: pageUrl(hub, `/manage/${token}`, language) };
}

export function eventLink({ hub, event, words, language }: MailContext): Letter['links'][number] {
  return { label: words('seeEvent'), url: pageUrl(hub, `/e/${event.id}`, language) };
}

export function findLink({ hub, words, language }: MailContext): Letter['links'][number] {
  return { label: words('findAnother'), url: pageUrl(hub, '/', language) };
}

/** The page that stops mails which aren't about a seat. It works for as long as the attendance is there. */
export function unsubscribeUrl({ hub, attendances, language }: MailContext): string | undefined {
  const [first] = attendances;
  return first && pageUrl(hub, `/unsubscribe/${hub.tokens.sign('unsubscribe', first.id, 1)}`, language);
}

/** How a mail says why it came. */
export function footerOf({ hub, words }: Pick<MailContext, 'hub' | 'words'>): string {
  return words('footer', { hub: new URL(hub.settings.baseUrl).host });
}

/** `You’re coming, Maribel`, or without a name where what was typed might not be one. */
export function named({ words }: MailContext, title: string, name: string): string {
  return name ? words('named', { title, name }) : title;
}

/** A page of the hub in the reader's language. */
export function pageUrl({ settings }: MailContext['hub'], path: string, language: string): string {
  return `${settings.baseUrl}${path}${language === 'en' ? '' : `?lang=${language}`}`;
}
