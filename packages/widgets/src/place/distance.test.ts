import { expect } from 'chai';
import { describe, it } from '../test/mocha.ts';
import { distanceUnit, formatDistance, metresBetween } from './distance.ts';

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

  it('are measured over the ground', () => {
    const chicago = { latitude: 41.8781, longitude: -87.6298 };
    const springfield = { latitude: 39.7817, longitude: -89.6501 };
    expect(metresBetween(chicago, springfield) / 1000).to.be.closeTo(287, 2);
    expect(metresBetween(chicago, chicago)).to.equal(0);
  });
});
