import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { simpleParser } from 'mailparser';
import type { Random } from '../../sample/seeded-random.ts';

/** One mail whose whole content reached the server. */
export interface Copy {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  /** The process that sent it, by the name it gives in its EHLO. */
  readonly sender: string;
  /** Whether the sender got the answer that the server took it; else the line was cut before. */
  readonly isAnswered: boolean;
}

/** How often each thing goes wrong: once in so many mails. */
export interface Faults {
  readonly refusedRecipient: number;
  readonly refusedContent: number;
  /** The line is cut after the content and before the answer. */
  readonly droppedAnswer: number;
  /** The answer takes longer than a mail's lease. */
  readonly slow: number;
}

export const everyFault: Faults = { refusedRecipient: 30, refusedContent: 30, droppedAnswer: 25, slow: 300 };

export interface FaultyServer {
  readonly url: (sender: string) => string;
  /** In the order in which they came. */
  readonly copies: readonly Copy[];
  /** How often each fault happened. */
  readonly happened: Readonly<Record<keyof Faults, number>>;
  close(): Promise<void>;
}

/** A mail server that fails in the ways in which they do, by chance. Its answers are slow by `slowAnswer` milliseconds. */
export async function startFaultyServer(
  random: Random,
  faults: Faults,
  slowAnswer: number,
): Promise<FaultyServer> {
  const copies: Copy[] = [];
  const happened = { refusedRecipient: 0, refusedContent: 0, droppedAnswer: 0, slow: 0 };
  const strikes = (fault: keyof Faults): boolean => {
    const isHit = random.isOnceIn(faults[fault]);
    if (isHit) happened[fault]++;
    return isHit;
  };
  const later = Object.assign(new Error('Come again later'), { responseCode: 451 });

  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo(_, __, callback) {
      callback(strikes('refusedRecipient') ? later : null);
    },
    onData(stream, session, callback) {
      void (async () => {
        // A sender that was killed within the content leaves a piece of it, which is no mail.
        const mail = await simpleParser(stream).catch(() => undefined);
        if (!mail) return;
        if (strikes('refusedContent')) {
          callback(later);
          return;
        }
        const isAnswered = !strikes('droppedAnswer');
        copies.push({
          messageId: mail.messageId ?? '',
          to: session.envelope.rcptTo.map(({ address }) => address).join(),
          subject: mail.subject ?? '',
          sender: session.hostNameAppearsAs || '',
          isAnswered,
        });
        if (!isAnswered) {
          for (const connection of server.connections)
            if (connection.session.id === session.id) connection._socket.destroy();
          return;
        }
        if (strikes('slow')) await new Promise((resolve) => setTimeout(resolve, slowAnswer));
        callback();
      })();
    },
  });
  // Lines that break are what this server is for.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port');
  return {
    url: (sender) => `smtp://127.0.0.1:${String(address.port)}?name=${sender}`,
    copies,
    happened,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}
