import { expect } from 'chai';
import { describe, it } from '../test/mocha.ts';
import { frameMessage } from './frame-message.ts';

describe('a message from the frame', () => {
  it('is read when it is one of ours', () => {
    expect(frameMessage({ source: 'huddlekit', type: 'ready' })).to.deep.equal({
      source: 'huddlekit',
      type: 'ready',
    });
    expect(frameMessage({ source: 'huddlekit', type: 'height', height: 700 })?.type).to.equal('height');
    expect(frameMessage({ source: 'huddlekit', type: 'submitted', id: 'A'.repeat(22) })?.type).to.equal(
      'submitted',
    );
  });

  it('is nothing when it is anything else', () => {
    const strange = [
      null,
      'ready',
      7,
      [],
      {},
      { type: 'ready' },
      { source: 'other', type: 'ready' },
      { source: 'huddlekit', type: 'height', height: '100' },
      { source: 'huddlekit', type: 'height', height: -1 },
      { source: 'huddlekit', type: 'height', height: Infinity },
      { source: 'huddlekit', type: 'submitted', id: '<b>' },
    ];
    for (const message of strange) expect(frameMessage(message)).to.equal(undefined);
  });
});
