import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { AttendanceInput } from '@huddlekit/contract';
import { freePort } from '@huddlekit/tools/lib/free-port.mjs';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { addEvent, newKey, rsvpTo, startTestHub } from '../server/test-hub.test-helper.ts';
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

void test('a mailbox that is refused for good is asked once, and the mail is kept as failed', async () => {
  let now = Date.parse('2026-11-23T13:00:00Z');
  const asked: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, callback) {
      asked.push(address);
      const isKnown = address !== 'nobody@example.org';
      callback(isKnown ? null : Object.assign(new Error('No such mailbox'), { responseCode: 550 }));
    },
    onData(stream, _session, callback) {
      stream.resume().on('end', callback);
    },
  });
  const port = await freePort();
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  await using hub = await startTestHub({
    now: () => now,
    environment: { SMTP_URL: `smtp://127.0.0.1:${String(port)}` },
  });
  const event = await addEvent(hub.hub, 'one');
  for (const name of ['nobody', 'ann'])
    await hub.hub.attendances.create(
      event.id,
      AttendanceInput.parse(rsvpTo(event, `${name}@example.org`)),
      newKey(),
    );
  const givenUp: boolean[] = [];
  const delivery = startDelivery(hub.hub, (_, __, isGivenUp) => givenUp.push(isGivenUp));
  await until(() => givenUp.length === 1 && asked.length === 2);
  now += 30 * 86_400_000;
  await new Promise((resolve) => setTimeout(resolve, 600));
  await delivery.stop();
  await new Promise<void>((resolve) => {
    server.close(resolve);
  });
  assert.deepEqual(givenUp, [true]);
  assert.deepEqual(asked.sort(), ['ann@example.org', 'nobody@example.org']);
  assert.deepEqual(await hub.hub.outbox.state(), { waiting: 0, failed: 1 });
});

void test('two processes on one database never have the same mail, and one that is silent loses it', async () => {
  let now = Date.parse('2026-11-23T13:00:00Z');
  await using first = await startTestHub({ now: () => now });
  await using second = await startTestHub({ now: () => now, folder: first.folder });
  const event = await addEvent(first.hub, 'one');
  for (let index = 0; index < 12; index++)
    await first.hub.attendances.create(
      event.id,
      AttendanceInput.parse(rsvpTo(event, `p${String(index)}@example.org`)),
      newKey(),
    );
  const [one, other] = [first.hub.outbox, second.hub.outbox];
  const left = await one.lease(6, 1_000);
  const right = await other.lease(20, 1_000);
  const ids = [...left, ...right].map(({ id }) => id);
  assert.deepEqual([ids.length, new Set(ids).size], [12, 12]);

  now += 900;
  await one.renew(
    left.map(({ id }) => id),
    1_000,
  );
  now += 200;
  const again = await one.lease(20, 1_000);
  assert.deepEqual(again.map(({ id }) => id).sort(), right.map(({ id }) => id).sort());

  // Whoever lost a mail has no say any more in when it is tried again.
  const [lost] = right;
  assert.ok(lost);
  await other.retry(lost, 0);
  assert.deepEqual(await other.lease(20, 1_000), []);
});
