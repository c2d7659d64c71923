import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { html, safeUrl } from './html.ts';

void test('whatever a value holds, it stays text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const page = String(html`<p title="${text}">${text}</p>`);
      assert.equal(page.match(/[<>]/g)?.length, 4);
      assert.equal(page.match(/"/g)?.length, 2);
    }),
  );
  assert.equal(
    String(html`<p>${'<img src=x onerror=alert(1)>'}</p>`),
    '<p>&#60;img src=x onerror=alert(1)&#62;</p>',
  );
});

void test('pieces nest, lists join, nothing is empty', () => {
  const items = ['a', 'b'].map((item) => html`<li>${item}</li>`);
  assert.equal(String(html`${items}${null}${false}${0}`), '<li>a</li><li>b</li>0');
});

void test('only links that lead somewhere harmless are links', () => {
  for (const url of ['https://a.org', 'http://a.org', 'mailto:a@b.co', '/e/x'])
    assert.equal(safeUrl(url), url);
  for (const url of [
    'javascript:alert(1)',
    'JAVASCRIPT:x',
    'data:text/html,x',
    '//evil.org',
    ' javascript:x',
    '/\\evil.org',
    'java\nscript:alert(1)',
    'vbscript:x',
    '',
  ]) {
    assert.equal(safeUrl(url), '#');
  }
});

void test('an address in a link is checked whether or not the template’s author thought of it', () => {
  assert.equal(String(html`<a href="${'javascript:alert(1)'}">x</a>`), '<a href="#">x</a>');
  assert.equal(String(html`<img src="${'data:text/html,x'}" />`), '<img src="#" />');
  assert.equal(String(html`<a href="/e/${'a"b'}">x</a>`), '<a href="/e/a&#34;b">x</a>');
});

void test('an attribute without quotes is refused, as nothing would make it safe', () => {
  const value = 'x onclick=alert(1)';
  assert.throws(() => html`<p title=${value}></p>`, /quotes/);
});
