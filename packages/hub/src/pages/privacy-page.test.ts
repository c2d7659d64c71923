import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mailKinds } from '../mail/outbox.ts';
import { retention } from '../privacy/retention.ts';
import {
  homeEvent,
  post,
  publishEvent,
  startTestHub,
  type TestHubOptions,
} from '../server/test-hub.test-helper.ts';
import { everyMail } from '../test/leaks/every-mail.ts';
import { sentMails } from '../test/people.ts';
import { lengthInWords } from '../text/length.ts';
import { registerPages } from './pages.ts';

const organizer = { name: 'Alliance', email: 'privacy@alliance.example', url: 'https://alliance.example' };
const least = { slug: 'a', title: 'A', summary: '', organizer: { name: 'Alliance' } };

/** The words of the page, without its marks. */
async function page(language: string, options: TestHubOptions): Promise<string> {
  await using server = await startTestHub({ pages: registerPages, ...options });
  const answer = await fetch(`${server.url}/privacy?lang=${language}`);
  assert.equal(answer.status, 200);
  const text = await answer.text();
  return text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

test('lengths of time are those that the code keeps to', async () => {
  for (const language of ['en', 'es']) {
    const text = await page(language, { campaign: least });
    for (const [name, length] of Object.entries(retention))
      assert.ok(text.includes(lengthInWords(length, language)), `${name} in ${language}`);
  }
  assert.deepEqual(
    [86_400_000, 7 * 86_400_000, 900_000, 43_200_000].map((length) => lengthInWords(length, 'en')),
    ['24 hours', '7 days', '15 minutes', '12 hours'],
  );
});

test('who gets what comes from the settings', async () => {
  const trial = await page('en', { campaign: least });
  assert.match(trial, /This hub sends no mail\. It has no public address/);
  assert.match(trial, /No organization is named/);
  assert.match(trial, /No address was given here/);
  assert.match(trial, /Read each event before it is public/);

  const real = await page('en', {
    campaign: {
      ...least,
      organizer,
      review: 'all',
      organizations: [
        { id: 'one', name: 'Lakefront Neighbors', asks: ['email', 'sms'] },
        { id: 'two', name: 'Prairie Table', asks: [] },
      ],
    },
    environment: {
      SMTP_URL: 'smtps://user:secret@relay.example:465',
      HUDDLEKIT_BASE_URL: 'https://hub.example.org',
    },
  });
  assert.match(real, /relay\.example, which the organizer chose/);
  assert.doesNotMatch(real, /secret|trial/);
  assert.match(real, /Lakefront Neighbors: e-mail, text messages/);
  assert.match(real, /Prairie Table/);
  assert.match(real, /privacy@alliance\.example https:\/\/alliance\.example/);
  assert.match(real, /Events are public as soon as/);
});

test('every form and every mail leads to it', async () => {
  await using server = await startTestHub({ pages: registerPages });
  const id = await publishEvent(server);
  const host = server.hub.tokens.sign('event', id, 1);
  for (const path of [
    '/',
    `/e/${id}`,
    '/host',
    '/host?embed',
    `/e/${id}/report`,
    `/manage/${host}`,
    '/review',
  ]) {
    const text = await (await fetch(`${server.url}${path}`)).text();
    assert.match(text, /href="\/privacy\?lang=en"/, path);
  }
  const event = await (await fetch(`${server.url}/e/${id}`)).text();
  const panel = /<div class="panel">.*?<\/div>/s.exec(event)?.[0] ?? '';
  assert.match(panel, /\/privacy/, 'beside the form itself');
});

test('each kind of mail has the link, in its language', async () => {
  await using server = await startTestHub({ pages: registerPages });
  const mails = await everyMail(server);
  assert.deepEqual(new Set(mails.map(({ kind }) => kind)), new Set(mailKinds));
  for (const { kind, message } of mails) {
    assert.match(message.text, /\nPrivacy: http:\/\/localhost:\d+\/privacy\n/, kind);
    assert.match(message.html, /href="http:\/\/localhost:\d+\/privacy"/, kind);
  }
  const host = { givenName: 'Sol', email: 'sol@example.org' };
  await post(`${server.url}/v1/events`, homeEvent(server.hub.now(), { host, language: 'es' }));
  const [spanish] = await sentMails(server);
  assert.match(spanish?.message.text ?? '', /\nPrivacidad: http:\/\/localhost:\d+\/privacy\?lang=es\n$/);
});
