import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import type { Settings } from '../settings.ts';
import type { Message } from './compose.ts';

/** Hands mails over. */
export interface Transport {
  send(message: Message): Promise<void>;
  close(): void;
}

/** By SMTP where the operator named a server, else as files in the data folder. */
export function createTransport({
  smtpUrl,
  dataFolder,
}: Pick<Settings, 'smtpUrl' | 'dataFolder'>): Transport {
  return smtpUrl === undefined
    ? createFileTransport(join(dataFolder, 'outbox'))
    : createSmtpTransport(smtpUrl);
}

/** Each mail as an .eml file (RFC 5322), complete from the moment its name is there. */
function createFileTransport(folder: string): Transport {
  const writer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(message) {
      const { message: content } = await writer.sendMail(mailOf(message));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const name = `${new Date().toISOString().replaceAll(':', '-')}-${message.messageId.replaceAll(/[^\w-]/g, '').slice(0, 22)}`;
      await writeFile(join(folder, `${name}.new`), content as Buffer, { mode: 0o600, flush: true });
      await rename(join(folder, `${name}.new`), join(folder, `${name}.eml`));
    },
    close: () => {
      writer.close();
    },
  };
}

function createSmtpTransport(url: string): Transport {
  // What the operator writes into the address stands before what is set here.
  const connections = nodemailer.createTransport(
    { url, pool: true, maxConnections: 5, connectionTimeout: 30_000, socketTimeout: 60_000 },
    { disableFileAccess: true, disableUrlAccess: true },
  );
  return {
    async send(message) {
      await connections.sendMail(mailOf(message));
    },
    close: () => {
      connections.close();
    },
  };
}

function mailOf({ calendars, unsubscribeUrl, ...message }: Message): SendMailOptions {
  const [first, ...others] = calendars;
  return {
    ...message,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribeUrl !== undefined && {
        'List-Unsubscribe': `<${unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    // Mail programs offer the entry beside the text; each file has one, so further ones are attached.
    ...(first && { icalEvent: { ...first, filename: 'event.ics' } }),
    attachments: others.map(({ method, content }, index) => ({
      filename: `event-${String(index + 2)}.ics`,
      content,
      contentType: `text/calendar; charset=utf-8; method=${method}`,
    })),
  };
}
