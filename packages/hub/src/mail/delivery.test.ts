import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { AttendanceInput } from '@huddlekit/contract';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { addEvent, freePort, newKey, rsvpTo, startTestHub } from '../server/test-hub.test-helper.ts';
import { startDelivery } from './delivery.ts';

/** A mail server that refuses the first `refusals` mails for now. */
async function startMailServer(port: number, refusals: number) {
  const received: ParsedMail[] = [];
  let refused = 0;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, callback) {
      void simpleParser(stream).then((mail) => {
        if (refused < refusals) {
          refused++;
          callback(Object.assign(new Error('Come again later'), { responseCode: 451 }));
          return;
        }
        received.push(mail);
        callback();
      });
    },
  });
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    received,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(resolve);
      }),
  };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 10));
}

void test('a mail that the server refuses is sent again later, under the same id, and once', async () => {
  let now = Date.parse('2026-11-23T13:00:00Z');
  const port = await freePort();
  const server = await startMailServer(port, 1);
  await using hub = await startTestHub({
    now: () => now,
    environment: { SMTP_URL: `smtp://127.0.0.1:${String(port)}` },
  });
  const event = await addEvent(hub.hub, 'one');
  await hub.hub.attendances.create(
    event.id,
    AttendanceInput.parse(rsvpTo(event, 'ann@example.org')),
    newKey(),
  );

  const failed: string[] = [];
  const delivery = startDelivery(hub.hub, (_, mailId) => failed.push(mailId));
  await until(() => failed.length === 1);
  assert.equal(server.received.length, 0);
  await new Promise((resolve) => setTimeout(resolve, 600));
  assert.equal(failed.length, 1, 'it waits before it tries again');

  now += 38_000;
  await until(() => server.received.length === 1);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await delivery.stop();
  await server.close();
  assert.equal(server.received.length, 1);
  assert.equal(server.received[0]?.messageId, `<${String(failed[0])}@localhost>`);
});
