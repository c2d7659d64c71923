import { once } from 'node:events';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { recipients } from './mailbox.ts';

/** A mail server that keeps what is handed to it. */
export interface MailServer {
  /** Where a hub hands in its mail. */
  readonly url: string;
  readonly received: readonly ParsedMail[];
  /** Waits for a mail to a person. Tries for 20 seconds. */
  mailTo(address: string, subject: RegExp): Promise<ParsedMail>;
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const received: ParsedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, callback) {
      simpleParser(stream).then((mail) => {
        received.push(mail);
        callback();
      }, callback);
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('No port could be had');
  return {
    url: `smtp://127.0.0.1:${String(address.port)}`,
    received,
    async mailTo(person, subject) {
      for (let attempt = 0; attempt < 200; attempt++) {
        const mail = received.findLast(
          (candidate) => recipients(candidate).includes(person) && subject.test(candidate.subject ?? ''),
        );
        if (mail) return mail;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      const seen = received.map((mail) => `${recipients(mail).join()}: ${mail.subject ?? ''}`);
      throw new Error(`No mail to ${person} with subject ${String(subject)}; it has:\n${seen.join('\n')}`);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}
