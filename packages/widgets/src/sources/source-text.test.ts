import { expect } from 'chai';
import { describe, it } from '../test/mocha.ts';
import { readSourceText } from './source-text.ts';

describe('the source attribute', () => {
  it('names sources, parted by spaces', () => {
    expect(
      readSourceText(' hub  mobilize:1234\nfeed:https://a.example/b.ics hub:https://h.example '),
    ).to.deep.equal([
      { type: 'hub', url: undefined },
      { type: 'mobilize', organizationId: '1234', api: undefined },
      { type: 'feed', url: 'https://a.example/b.ics' },
      { type: 'hub', url: 'https://h.example' },
    ]);
    expect(readSourceText('mobilize:7@http://localhost:1/v1')).to.deep.equal([
      { type: 'mobilize', organizationId: '7', api: 'http://localhost:1/v1' },
    ]);
  });

  it('says which word is none', () => {
    for (const word of ['mobilise:1', 'mobilize:', 'mobilize:ft6', 'feed:', 'https://a.example'])
      expect(() => readSourceText(`hub ${word}`)).to.throw(TypeError, `"${word}" is no source`);
  });
});
