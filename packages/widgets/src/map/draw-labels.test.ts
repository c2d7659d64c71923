import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from '../test/mocha.ts';
import { drawLabels, type Box, type Frame } from './draw-labels.ts';

const [width, height] = [320, 200];
const palette = {
  land: '#fff',
  water: '#fff',
  line: '#fff',
  lineStrong: '#fff',
  label: '#000',
  halo: '#fff',
  ink: '#000',
  font: 'sans-serif',
};
const whole: Box = { left: 0, top: 0, right: width, bottom: height };

/** Draws towns by their place in pixels; answers the canvas. */
function drawn(towns: readonly { x: number; y: number; name: string }[], covered: readonly Box[]) {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('There is no canvas');
  const world = 4096;
  const frame: Frame = { left: 0, top: 0, width, height, world, zoom: 5, view: whole, covered };
  const named = {
    towns: towns.map(({ x, y, name }) => ({ x: x / world, y: y / world, name, zoom: 4, radius: 0 })),
    countries: [],
    countryName: (code: string) => code,
  };
  Array.from(drawLabels(context, frame, named, null, palette));
  return context;
}

const paintedIn = (context: CanvasRenderingContext2D, { left, top, right, bottom }: Box): boolean =>
  context.getImageData(left, top, right - left, bottom - top).data.some((value) => value > 0);

describe('the names on a map', () => {
  it('stand beside their towns, and none where something stands on the map', () => {
    const place = fc.record({
      x: fc.nat(width),
      y: fc.nat(height),
      name: fc.constantFrom('Ely', 'Springfield'),
    });
    const box = fc
      .record({
        left: fc.nat(250),
        top: fc.nat(150),
        width: fc.integer({ min: 1, max: 69 }),
        height: fc.integer({ min: 1, max: 49 }),
      })
      .map(({ left, top, width: across, height: down }) => ({
        left,
        top,
        right: left + across,
        bottom: top + down,
      }));
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 12 }),
        fc.array(box, { minLength: 1, maxLength: 3 }),
        (towns, boxes) => {
          const context = drawn(towns, boxes);
          for (const covered of boxes) expect(paintedIn(context, covered)).to.equal(false);
        },
      ),
    );
    const springfield = [{ x: 100, y: 100, name: 'Springfield' }];
    const beside = { left: 110, top: 92, right: 160, bottom: 108 };
    expect(paintedIn(drawn(springfield, []), beside)).to.equal(true);
    expect(paintedIn(drawn(springfield, [beside]), beside)).to.equal(false);
    expect(paintedIn(drawn(springfield, [beside]), { left: 30, top: 92, right: 90, bottom: 108 })).to.equal(
      true,
    );
  });
});
