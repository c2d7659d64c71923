import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server that keeps what it receives, for the hub to send to. */
export async function startMailbox() {
  /** @type {{ to: string, mail: import('mailparser').ParsedMail }[]} */
  const received = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData(stream, { envelope }, callback) {
      simpleParser(stream).then((mail) => {
        for (const { address } of envelope.rcptTo) received.push({ to: address, mail });
        callback();
      }, callback);
    },
  });
  // A hub that stops cuts its lines.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');

  /** The mail of a number to an address, counted from one, once it is there. */
  async function mailTo(address, number = 1, seconds = 30) {
    for (let attempt = 0; attempt < seconds * 10; attempt += 1) {
      const found = received.filter(({ to }) => to === address)[number - 1];
      if (found) return found.mail;
      await delay(100);
    }
    throw new Error(`Mail ${number} to ${address} didn't come.`);
  }

  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    mailTo,
    /** The link of a mail that leads to a page of the hub. */
    async linkTo(address, page, number) {
      const { text = '' } = await mailTo(address, number);
      const link = new RegExp(`https?://\\S+/${page}/\\S+`).exec(text)?.[0];
      if (!link) throw new Error(`The mail to ${address} has no ${page} link.`);
      return link;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
