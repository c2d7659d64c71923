import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

const patience = 60_000;

/**
 * A mail server on this machine that takes every mail and keeps it.
 * @returns {Promise<{
 *   url: string,
 *   mails: import('mailparser').ParsedMail[],
 *   mailTo: (address: string, matches?: (mail: import('mailparser').ParsedMail) => boolean) => Promise<import('mailparser').ParsedMail>,
 *   close: () => Promise<void>,
 * }>}
 */
export async function startMailServer() {
  const mails = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData(stream, { envelope }, callback) {
      simpleParser(stream).then((mail) => {
        mails.push({ ...mail, recipients: envelope.rcptTo.map(({ address }) => address) });
        callback();
      }, callback);
    },
  });
  // A hub that stops cuts its lines.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    mails,
    async mailTo(address, matches = () => true) {
      for (const end = Date.now() + patience; Date.now() < end; await delay(50)) {
        const mail = mails.findLast((one) => one.recipients.includes(address) && matches(one));
        if (mail) return mail;
      }
      throw new Error(
        `No such mail to ${address} among “${mails.map(({ subject }) => subject).join('”, “')}”`,
      );
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
