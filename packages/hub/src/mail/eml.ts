/** The subject of a mail that this hub wrote (RFC 5322, RFC 2047). */
export function subjectOf(mail: string): string {
  return decodedWords(entityOf(mail).headers.get('subject') ?? '');
}

/** The plain text of a mail that this hub wrote (RFC 2045, RFC 2046); empty where it has none. */
export function textOf(mail: string): string {
  const { headers, body } = entityOf(mail);
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = /^multipart\/.*boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary !== undefined) {
    const parts = body.split(`--${boundary}`).slice(1, -1);
    return parts.map((part) => textOf(part.replace(/^\r?\n/, ''))).find(Boolean) ?? '';
  }
  if (!/^text\/plain/i.test(type)) return '';
  return decoded(body, headers.get('content-transfer-encoding') ?? '7bit').replaceAll('\r\n', '\n');
}

interface Entity {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

function entityOf(text: string): Entity {
  const [head = '', ...rest] = text.split(/\r?\n\r?\n/);
  const lines = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { headers, body: rest.join('\r\n\r\n') };
}

function decoded(body: string, encoding: string): string {
  if (/^base64$/i.test(encoding)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/^quoted-printable$/i.test(encoding)) return body;
  return fromQuoted(body.replaceAll(/=\r?\n/g, ''));
}

function decodedWords(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, encoding: string, word: string) =>
      /b/i.test(encoding)
        ? Buffer.from(word, 'base64').toString('utf8')
        : fromQuoted(word.replaceAll('_', ' ')),
    );
}

function fromQuoted(text: string): string {
  const bytes = text.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
