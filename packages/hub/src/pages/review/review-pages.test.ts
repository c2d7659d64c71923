import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostOf } from '../../events/hosted.test-helper.ts';
import { deliveredMails } from '../../mail/mail.test-helper.ts';
import {
  actsOf,
  campaignWith,
  hostNamed,
  isPublic,
  reportTo,
  verifiedEvent,
} from '../../review/review.test-helper.ts';
import {
  publishEvent,
  startTestHub,
  type TestHub,
  type TestHubOptions,
} from '../../server/test-hub.test-helper.ts';
import { registerPages } from '../pages.ts';

const ana = 'ana@example.org';

async function startHub(options: TestHubOptions = {}): Promise<TestHub> {
  const server = await startTestHub({ pages: registerPages, campaign: campaignWith('by-hand'), ...options });
  await server.hub.review.moderators.add(ana);
  return server;
}

interface PageAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A page as a browser gets it; a form is sent as a browser sends one of our own. */
async function visit(
  url: string,
  session = '',
  form?: Record<string, string>,
  headers = {},
): Promise<PageAnswer> {
  const response = await fetch(url, {
    redirect: 'manual',
    headers: {
      ...(session && { cookie: `other=1; huddlekit_review=${session}` }),
      ...(form && { 'sec-fetch-site': 'same-origin' }),
      ...headers,
    },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** The sign-in links that were mailed, on the port the test listens on. */
async function mailedLinks(server: TestHub): Promise<string[]> {
  const mails = await deliveredMails(server);
  return mails.flatMap(({ text = '' }) => {
    const link = /https?:\/\/\S+(\/review\/in\/\S+)/.exec(text)?.[1];
    return link === undefined ? [] : [server.url + link];
  });
}

async function signIn(server: TestHub): Promise<string> {
  await visit(`${server.url}/review/sign-in`, '', { email: ana });
  const [link = ''] = await mailedLinks(server);
  const { headers } = await visit(link, '', {});
  return /huddlekit_review=([\w-]+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
}

void test('the answer to an e-mail is the same whether or not it is a moderator’s', async () => {
  await using server = await startHub();
  const send = (email: string): Promise<PageAnswer> => visit(`${server.url}/review/sign-in`, '', { email });
  const answers = [
    await send(ana),
    await send('ANA@example.org '),
    await send('eve@example.org'),
    await send('no'),
  ];
  const known = answers[0];
  for (const { status, text, headers } of answers) {
    assert.deepEqual([status, text], [known?.status, known?.text]);
    assert.deepEqual([...headers.keys()], [...(known?.headers.keys() ?? [])]);
  }
  const mails = await deliveredMails(server);
  assert.deepEqual(
    mails.map(({ to }) => (Array.isArray(to) ? '' : to?.text)),
    [ana, ana],
  );
  for (let times = 0; times < 10; times++) await send(ana);
  assert.equal((await mailedLinks(server)).length, 5, 'a mailbox isn’t filled');
});

void test('a mail scanner’s visits change nothing, and the person’s own click still works, once', async () => {
  await using server = await startHub();
  await visit(`${server.url}/review/sign-in`, '', { email: ana });
  const [link = ''] = await mailedLinks(server);
  const state = async (): Promise<string> => {
    const { read } = server.hub.storage;
    const tables = ['signInLinks', 'reviewSessions', 'moderators', 'audit', 'outbox'] as const;
    return JSON.stringify(
      await Promise.all(tables.map((table) => read.selectFrom(table).selectAll().execute())),
    );
  };
  const before = await state();
  for (const method of ['HEAD', 'HEAD', 'GET', 'GET']) {
    const response = await fetch(link, { method });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('set-cookie'), null);
    assert.deepEqual(
      ['cache-control', 'referrer-policy', 'x-robots-tag'].map((name) => response.headers.get(name)),
      ['no-store', 'no-referrer', 'noindex'],
    );
  }
  assert.equal(await state(), before);

  const foreign = await visit(link, '', {}, { 'sec-fetch-site': 'cross-site' });
  assert.equal(foreign.status, 403);
  const { status, headers } = await visit(link, '', {});
  assert.deepEqual([status, headers.get('location')], [303, '/review?lang=en']);
  assert.match(
    headers.get('set-cookie') ?? '',
    /^huddlekit_review=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/review; Max-Age=43200$/,
  );
  assert.equal((await visit(link, '', {})).status, 404, 'used');
  assert.equal((await visit(link)).status, 404);
  const token = link.split('/').at(-1) ?? '';
  assert.ok(token.length > 40 && !server.log.join('').includes(token), 'no token in the log');
});

void test('a link ends after 15 minutes, a session after 12 hours, with its moderator, or by signing out', async () => {
  let clock = Date.now();
  await using server = await startHub({ now: () => clock });
  const { hub, url } = server;
  await visit(`${url}/review/sign-in`, '', { email: ana });
  const [late = ''] = await mailedLinks(server);
  clock += 15 * 60_000;
  assert.equal((await visit(late, '', {})).status, 404);

  const isIn = async (session: string): Promise<boolean> =>
    (await visit(`${url}/review`, session)).text.includes('Sign out');
  const enter = async (): Promise<string> => {
    await visit(`${url}/review/sign-in`, '', { email: ana });
    const { headers } = await visit((await mailedLinks(server)).at(-1) ?? '', '', {});
    return /huddlekit_review=([\w-]+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
  };
  const first = await enter();
  assert.equal(await isIn(first), true);
  clock += 12 * 3_600_000;
  assert.equal(await isIn(first), false);

  const second = await enter();
  const out = await visit(`${url}/review/sign-out`, second, {});
  assert.match(out.headers.get('set-cookie') ?? '', /^huddlekit_review=; .*Max-Age=0/);
  assert.equal(await isIn(second), false);

  const third = await enter();
  assert.equal(await hub.review.moderators.remove(ana), true);
  assert.equal(await isIn(third), false);
  assert.equal(await isIn(''), false);
});

void test('a moderator reads the queue and decides', async () => {
  await using server = await startHub();
  const { hub, url } = server;
  const session = await signIn(server);
  const act = (id: string, form: Record<string, string>): Promise<PageAnswer> =>
    visit(`${url}/review/${id}`, session, form);
  const version = async (id: string): Promise<string> => String((await hub.review.item(id))?.version);

  assert.match((await visit(`${url}/review`, session)).text, /Nothing waits for you/);
  const hostile = '<script>alert(1)</script>';
  const id = await verifiedEvent(server, {
    title: `Soup ${hostile}`,
    description: `At 12 Elm Street. ${hostile}`,
  });
  const queue = await visit(`${url}/review`, session);
  assert.match(queue.text, /1 waiting[\s\S]*Soup &#60;script/);
  const read = await visit(`${url}/review/${id}`, session);
  assert.match(read.text, /street address in the description/);
  for (const { text, headers } of [queue, read]) {
    assert.doesNotMatch(text, /<script|Quillfeather|zimmerquist\.example|\sstyle=/);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
  }

  const seen = await version(id);
  await hostOf(server, id).change({ title: 'Bait' });
  const stale = await act(id, { act: 'approve', version: seen });
  assert.deepEqual([stale.status, await isPublic(server, id)], [409, false]);
  assert.match(stale.text, /changed since you read it/);
  assert.equal((await act(id, { act: 'reject', version: await version(id), message: ' ' })).status, 409);
  assert.equal((await act(id, { act: 'trust', version: await version(id) })).status, 303);
  assert.equal(await isPublic(server, id), true);

  await hostOf(server, id).change({ title: 'Switch' });
  const diff = (await visit(`${url}/review/${id}?lang=es`, session)).text;
  assert.match(diff, /Bait[\s\S]*<ins>Switch<\/ins>/);
  assert.match(diff, /Qué cambia[\s\S]*de confianza/);
  assert.equal((await act(id, { act: 'reject', version: await version(id), message: 'Why?' })).status, 303);
  assert.equal((await hub.events.get(id))?.title, 'Bait');

  await reportTo(server, id, { reason: 'fake', words: 'There is no such house.' });
  const reported = (await visit(`${url}/review/${id}`, session)).text;
  assert.match(reported, /not by who it says[\s\S]*There is no such house\./);
  const reports = /name="reports" value="([^"]+)"/.exec(reported)?.[1] ?? '';
  assert.equal((await act(id, { act: 'close', reports })).status, 303);
  assert.equal((await hub.review.queue()).waiting, 0);

  assert.equal((await act(id, { act: 'takedown', message: 'It wasn’t real.' })).status, 303);
  assert.equal(await isPublic(server, id), false);
  const other = await publishEvent(server, hostNamed('mallory'));
  assert.equal((await act(other, { act: 'block', takedown: 'yes', message: '' })).status, 409);
  assert.equal((await act(other, { act: 'block', takedown: 'yes', message: 'A trap.' })).status, 303);
  assert.equal(await isPublic(server, other), false);
  const acts = (await actsOf(server)).filter((one) => one.startsWith('moderator '));
  for (const name of ['sign-in', 'trust-host', 'change-rejected', 'close-reports', 'take-down', 'block'])
    assert.ok(acts.includes(`moderator ${name}`), name);
});

void test('without a session, or from another site, nothing is shown or done', async () => {
  await using server = await startHub();
  const { url } = server;
  const id = await verifiedEvent(server);
  const stranger = await visit(`${url}/review/${id}`);
  assert.equal(stranger.status, 401);
  assert.doesNotMatch(stranger.text, /Kitchen-table/);
  assert.equal(
    (await visit(`${url}/review/${id}`, 'x'.repeat(43), { act: 'approve', version: '2' })).status,
    401,
  );
  const session = await signIn(server);
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
    const foreign = await visit(`${url}/review/${id}`, session, { act: 'approve', version: '2' }, headers);
    assert.equal(foreign.status, 403);
  }
  const old = await fetch(`${url}/review/${id}`, {
    method: 'POST',
    headers: { cookie: `huddlekit_review=${session}`, origin: 'https://evil.example' },
    body: new URLSearchParams({ act: 'approve', version: '2' }),
  });
  assert.equal(old.status, 403);
  assert.equal(await isPublic(server, id), false);
});

void test('on https the cookie is for https alone', async () => {
  await using server = await startHub({ environment: { HUDDLEKIT_BASE_URL: 'https://hub.example.org' } });
  await visit(`${server.url}/review/sign-in`, '', { email: ana });
  const [link = ''] = await mailedLinks(server);
  assert.match((await visit(link, '', {})).headers.get('set-cookie') ?? '', /; Secure$/);
});
