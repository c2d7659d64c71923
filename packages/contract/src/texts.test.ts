import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emailAddress, line, text, timezone, webUrl } from './texts.ts';

const accepts = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown): boolean =>
  schema.safeParse(value).success;

void test('e-mail addresses as people have them', () => {
  for (const address of [
    'a@b.co',
    'first.last+tag@sub.example.org',
    'müller@bücher.example',
    ' padded@example.org ',
  ]) {
    assert.ok(accepts(emailAddress, address), address);
  }
  const wrong = [
    '',
    'a',
    'a@b',
    '@b.co',
    'a@b..co',
    'a b@c.de',
    'a@b.co\r\nBcc: x@y.zz',
    'a@b.co,c@d.ee',
    `${'a'.repeat(65)}@b.co`,
  ];
  for (const address of wrong) assert.ok(!accepts(emailAddress, address), address);
});

void test('a line can stand in a mail header', () => {
  assert.equal(line(10).parse('  Maribel '), 'Maribel');
  for (const value of ['', '   ', 'a\nb', 'a\rb', 'a\u0000b', 'a\u2028b', 'x'.repeat(11)])
    assert.ok(!accepts(line(10), value));
});

void test('a text keeps its line breaks and refuses other control characters', () => {
  assert.ok(accepts(text(100), 'one\n\ttwo\r\nthree'));
  assert.ok(!accepts(text(100), 'one\u0007two'));
});

void test('a long text is judged in linear time', () => {
  assert.ok(!accepts(text(100_000), `${'\n'.repeat(50_000)}\u0007`));
});

void test('links are http or https', () => {
  for (const link of ['https://example.org/a?b=c#d', 'http://localhost:8787/'])
    assert.ok(accepts(webUrl, link), link);
  for (const link of [
    'javascript:alert(1)',
    'data:text/html,x',
    'https://',
    '//example.org',
    'https://a b',
  ]) {
    assert.ok(!accepts(webUrl, link), link);
  }
});

void test('time zones are places, not offsets', () => {
  for (const zone of ['America/Chicago', 'America/Argentina/Buenos_Aires', 'UTC'])
    assert.ok(accepts(timezone, zone), zone);
  for (const zone of ['', 'CST', '+02:00', 'America/Springfield', '../etc/passwd'])
    assert.ok(!accepts(timezone, zone), zone);
});

void test('a line has something to see and turns no other text around', () => {
  for (const title of ['Soup', 'שלום', 'café', '👩‍👩‍👧 supper', 'नमस्ते', 'a\u200db'])
    assert.ok(accepts(line(50), title), title);
  for (const title of ['\u200b', '\u2060\ufeff', 'gnp\u202e', 'a\u2028b', 'a\ud800', 'a\tb'])
    assert.ok(!accepts(line(50), title), JSON.stringify(title));
  assert.ok(accepts(text(50), 'two\nlines\u200b'));
  assert.ok(!accepts(text(50), 'half \udc00'));
});
