import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleKit } from '../sample/sample-kit.ts';
import { Kit } from './kit-page.ts';

const page = { id: 'agenda', title: 'Agenda', lead: 'Two hours', text: 'Come in.' };

function faults(kit: unknown): string[] {
  return (Kit.safeParse(kit).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

test('a fault of the kit is told by its page', () => {
  assert.deepEqual(faults([page]), []);
  assert.deepEqual(faults([page, page]), ['1.id: agenda is there already']);
  assert.deepEqual(faults([{ ...page, text: 'See [tips](/kit/tips) and [all](/kit/all).' }]), [
    '0.text: /kit/tips is no page of the kit',
  ]);
  assert.deepEqual(faults([{ ...page, text: { en: 'Come in.', es: '[x](/kit/agendas)' } }]), [
    '0.text: /kit/agendas is no page of the kit',
  ]);
  for (const wrong of [
    { ...page, id: 'all' },
    { ...page, id: 'A page' },
    { ...page, lead: '' },
    { ...page, text: { en: '' } },
    { ...page, txt: 'x' },
    { id: 'agenda' },
  ])
    assert.notDeepEqual(faults([wrong]), [], JSON.stringify(wrong));
});

test('the kit of the sample is without fault, each page in both languages and of like length', () => {
  assert.deepEqual(faults(sampleKit), []);
  for (const { id, text } of sampleKit) {
    const parts = (words: string, sign: RegExp): number => words.match(sign)?.length ?? 0;
    for (const sign of [/^## /gm, /^- /gm, /^\d\. /gm, /^\|/gm, /\]\(/g, /^> /gm])
      assert.equal(parts(text.es, sign), parts(text.en, sign), `${id} ${String(sign)}`);
  }
});

test('the minutes of the sample’s agenda follow one another without a gap', () => {
  const agenda = sampleKit.find(({ id }) => id === 'agenda');
  for (const text of Object.values(agenda?.text ?? {})) {
    const spans = [...text.matchAll(/^\| (\d+)–(\d+) \|/gm)].map(([, from, to]) => [
      Number(from),
      Number(to),
    ]);
    assert.equal(spans.length, 9);
    assert.deepEqual([spans[0]?.[0], spans.at(-1)?.[1]], [0, 120]);
    spans.slice(1).forEach(([from], index) => {
      assert.equal(from, spans[index]?.[1]);
    });
  }
});
