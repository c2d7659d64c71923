import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from '../test/mocha.ts';
import { matchIn } from './match.ts';

const matched = (label: string, words: string): string | null => {
  const found = matchIn(label, words);
  return found && label.slice(found.start, found.end);
};

describe('letters that match a place', () => {
  it('are found whatever their accents, capitals and points', () => {
    expect(matched('Springfield, IL', 'spring')).to.equal('Spring');
    expect(matched('Cañon City, CO', 'canon c')).to.equal('Cañon C');
    expect(matched('Canon City, CO', 'cañ')).to.equal('Can');
    expect(matched('60647 Chicago, IL', 'chi')).to.equal('Chi');
    expect(matched('Coeur d’Alene, ID', "coeur d'al")).to.equal('Coeur d’Al');
  });

  it('know that St. is Saint', () => {
    expect(matched('St. Louis, MO', 'saint lo')).to.equal('St. Lo');
    expect(matched('Saint Paul, MN', 'st. p')).to.equal('Saint P');
    expect(matched('Saint Paul, MN', 'st paul')).to.equal('Saint Paul');
    expect(matched('Saint-Denis, RE', 'st d')).to.equal('Saint-D');
    expect(matched('Mount Vernon, NY', 'mt v')).to.equal('Mount V');
  });

  it('are none within a word, and none of nothing', () => {
    expect(matched('Springfield, IL', 'field')).to.equal(null);
    expect(matched('Springfield, IL', ' ')).to.equal(null);
    expect(matched('Springfield, IL', '.')).to.equal(null);
  });

  it('are always a part of the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (label, words) => {
        const found = matchIn(label, words);
        return found === null || (found.start >= 0 && found.start < found.end && found.end <= label.length);
      }),
    );
  });
});
