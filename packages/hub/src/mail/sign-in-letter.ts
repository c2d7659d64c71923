import type { Letter } from './letter.ts';
import { footerOf } from './letter-links.ts';
import type { MailContext } from './mail-context.ts';

/** The mail by which a moderator signs in. */
export function signInLetter({
  hub,
  words,
  language,
  token,
}: Pick<MailContext, 'hub' | 'words' | 'language'> & { readonly token: string }): Letter {
  const query = language === 'en' ? '' : `?lang=${language}`;
  return {
    subject: words('signInSubject'),
    title: words('signInTitle'),
    text: words('signInText'),
    facts: [],
    links: [{ label: words('signInButton'), url: `${hub.settings.baseUrl}/review/in/${token}${query}` }],
    sections: [],
    footer: [words('private'), footerOf({ hub, words })],
  };
}
