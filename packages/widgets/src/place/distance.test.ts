import { expect } from 'chai';
import { describe, it } from '../test/mocha.ts';
import { distanceUnit, formatDistance } from './distance.ts';

describe('distances', () => {
  it('are in the unit of the reader', () => {
    expect(distanceUnit('en')).to.equal('mile');
    expect(distanceUnit('es')).to.equal('mile');
    expect(distanceUnit('es-MX')).to.equal('kilometer');
    expect(formatDistance(4900, 'en', 'short')).to.equal('3 mi');
    expect(formatDistance(80_467.2, 'en', 'long')).to.equal('50 miles');
    expect(formatDistance(80_467.2, 'es', 'long')).to.equal('50 millas');
    expect(formatDistance(4900, 'es-MX', 'short')).to.equal('5 km');
    expect(formatDistance(900, 'en', 'short')).to.equal('<1 mi');
  });
});
