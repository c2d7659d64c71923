import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { longestDescription, markdownOf, plainLine } from './markdown.ts';

void test('HTML becomes the Markdown that says the same', () => {
  const html =
    '<h2>Bring a friend</h2><p>Meet at <b>noon</b>,&nbsp;then <a href="https://example.org/a(b)">march</a>.</p>' +
    '<ol><li>Signs<li>Water</ol><ul><li>Songs</li></ul><img src="https://t.example/x.gif" alt="A crowd">';
  assert.equal(
    markdownOf(html),
    '### Bring a friend\n\nMeet at **noon**, then [march](https://example.org/a%28b%29).\n\n' +
      '1. Signs\n2. Water\n\n- Songs\n\nA crowd',
  );
});

void test('Markdown stays; its pictures and dangerous links leave their words', () => {
  assert.equal(
    markdownOf('**Hi** [a](https://x.example) and\r\n- b'),
    '**Hi** [a](https://x.example) and\n- b',
  );
  assert.equal(markdownOf('![pic](https://t.example/x.gif) [go](javascript:alert`1`)'), 'pic go');
});

void test('nothing that runs gets through', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<svg><script>alert(1)</script></svg>',
    '<a href="https://x.example" onclick="alert(1)">[x](javascript:alert(1))</a>',
    '<<script>script>alert(1)<</script>/script>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
  ];
  for (const html of hostile) {
    const markdown = markdownOf(html);
    assert.doesNotMatch(markdown, /(?<!\\)<|(?<!\\)\]\((javascript|data)/i, html);
    assert.doesNotMatch(plainLine(html).replaceAll('<script>alert(1)</script>', ''), /<script/, html);
  }
});

void test('any text gives a bounded one without HTML, and that one stays as it is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('', '<p>', '[a](', '&'),
      (text, more) => {
        const markdown = markdownOf(more + text);
        assert.ok(markdown.length <= longestDescription);
        assert.doesNotMatch(markdown, /(?<!\\)<[a-z]/i);
        assert.doesNotMatch(plainLine(text), /[\n\p{Cc}]/u);
      },
    ),
  );
});

void test('texts made to be slow are read in a moment', () => {
  for (const unit of ['![', '[a](', '<b>', '<a href=', '&lt;', '*', '<ul><li>', ' \n'])
    assert.ok(markdownOf(unit.repeat(300_000)).length <= longestDescription);
});
