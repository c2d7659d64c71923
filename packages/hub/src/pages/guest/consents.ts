import { hostConsent, z } from '@huddlekit/contract';
import type { AttendanceRow } from '../../storage/schema.ts';
import type { Visit } from '../page.ts';

const Consent = z.object({ organizations: z._default(z.array(z.string()), []) });

/** Names of those whom a person allowed to write, in words. */
export function consentInWords(
  { consentJson }: Pick<AttendanceRow, 'consentJson'>,
  { hub, words, language }: Visit,
): string {
  const { organizations } = Consent.parse(JSON.parse(consentJson));
  const names = [
    ...hub
      .campaign()
      .organizations.filter(({ id }) => organizations.includes(id))
      .map(({ name }) => name),
    ...(organizations.includes(hostConsent) ? [words('consentHostName')] : []),
  ];
  if (names.length === 0) return words('consentsNone');
  return words('consentsNow', { names: new Intl.ListFormat(language).format(names) });
}
