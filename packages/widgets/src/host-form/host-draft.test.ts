import { expect } from 'chai';
import { afterEach, describe, it } from '../test/mocha.ts';
import { emptyAnswers, emptyTime } from './host-answers.ts';
import { deleteDraft, readDraft, writeDraft } from './host-draft.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const day = 86_400_000;
const answers = {
  ...emptyAnswers('America/Chicago', 'en'),
  title: 'Letters and soup',
  times: [{ ...emptyTime, date: '2026-12-01' }],
  coHosts: [{ name: 'Tomasz', email: '' }],
  point: { latitude: 41.9, longitude: -87.7 },
};
const key = 'huddlekit-host-draft';

describe('a draft of a host', () => {
  afterEach(() => localStorage.clear());

  it('comes back as it was left', () => {
    expect(readDraft(now)).to.equal(undefined);
    expect(writeDraft({ answers, step: 'size' }, now)).to.equal(true);
    expect(readDraft(now + 29 * day)).to.deep.equal({ answers, step: 'size' });
  });

  it('is gone once it is deleted, or a month old', () => {
    writeDraft({ answers, step: 'size' }, now);
    deleteDraft();
    expect(localStorage.length).to.equal(0);
    writeDraft({ answers, step: 'size' }, now);
    expect(readDraft(now + 31 * day)).to.equal(undefined);
    expect(localStorage.length).to.equal(0);
  });

  it('of another version brings what still fits', () => {
    const kept = { ...answers, times: [{ on: 'Tuesday' }], guests: 'many', title: 'Soup', extra: 1 };
    localStorage.setItem(key, JSON.stringify({ savedAt: now, step: 'gone', answers: kept }));
    const draft = readDraft(now);
    expect(draft?.step).to.equal('why');
    expect(draft?.answers).to.deep.equal({ ...answers, times: [emptyTime], guests: 12, title: 'Soup' });
  });

  it('that can’t be read or kept is as good as none', () => {
    for (const text of ['{', '1', 'null', '{"savedAt":1}', '{"savedAt":"x","answers":{}}']) {
      localStorage.setItem(key, text);
      expect(readDraft(now)).to.equal(undefined);
    }
    const blocked = (): Storage => {
      throw new DOMException('Storage is blocked', 'SecurityError');
    };
    expect(writeDraft({ answers, step: 'why' }, now, blocked)).to.equal(false);
    expect(readDraft(now, blocked)).to.equal(undefined);
    deleteDraft(blocked);
  });
});
