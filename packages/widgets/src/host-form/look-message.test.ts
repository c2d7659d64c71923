import { expect } from 'chai';
import { describe, it } from '../test/mocha.ts';
import { isLookValue, lookMessage, type LookMessage } from './look-message.ts';
import { siteLook } from './site-look.ts';

const look: LookMessage = {
  source: 'huddlekit',
  type: 'look',
  scheme: 'dark',
  tokens: { accent: 'color-mix(in oklab, #fff 20%, rgb(0 0 0 / 50%))', font: '"Source Sans 3", sans-serif' },
};

describe('what the page says of its looks', () => {
  it('is read when it is one of ours', () => {
    expect(lookMessage(look)).to.deep.equal(look);
    expect(lookMessage({ ...look, tokens: {} })?.tokens).to.deep.equal({});
  });

  it('is nothing when it is anything else', () => {
    const strange = [
      null,
      'look',
      {},
      { ...look, source: 'other' },
      { ...look, type: 'height' },
      { ...look, scheme: 'blue' },
      { ...look, tokens: null },
      { ...look, tokens: { display: 'none' } },
      { ...look, tokens: { accent: 7 } },
      { ...look, tokens: { accent: 'red; display: none' } },
      { ...look, tokens: { accent: 'url(//evil.example/x)' } },
      { ...look, tokens: { accent: 'IMAGE-SET("x" 1x)' } },
      { ...look, tokens: { accent: 'var(--secret)' } },
      { ...look, tokens: { accent: `#${'f'.repeat(400)}` } },
    ];
    for (const message of strange) expect(lookMessage(message)).to.equal(undefined);
  });

  it('leaves out values that aren’t colours, lengths or fonts', () => {
    const element = document.createElement('div');
    document.body.append(element);
    element.style.setProperty('--huddle-accent', 'rebeccapurple');
    element.style.setProperty('--huddle-surface', 'url(x.png)');
    element.style.setProperty('color', '#eee');
    const { tokens, scheme } = siteLook(element);
    element.remove();
    expect(tokens).to.include({ accent: 'rebeccapurple' });
    expect(tokens).not.to.have.property('surface');
    expect(scheme).to.equal('dark');
    expect(Object.values(tokens).every(isLookValue)).to.equal(true);
  });
});
