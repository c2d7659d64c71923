import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from '../test/mocha.ts';
import { drawLabels, type Box, type Circle, type Frame } from './draw-labels.ts';

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
function drawn(
  towns: readonly { x: number; y: number; name: string }[],
  { covered = [], markers = [] }: Partial<Pick<Frame, 'covered' | 'markers'>> = {},
  circle: Circle | null = null,
) {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('There is no canvas');
  const world = 4096;
  const frame: Frame = { left: 0, top: 0, width, height, world, zoom: 5, view: whole, covered, markers };
  const named = {
    towns: towns.map(({ x, y, name }) => ({ x: x / world, y: y / world, name, zoom: 4, radius: 0 })),
    countries: [],
    countryName: (code: string) => code,
  };
  Array.from(drawLabels(context, frame, named, circle, palette));
  return context;
}

const paintedIn = (context: CanvasRenderingContext2D, { left, top, right, bottom }: Box): boolean =>
  context.getImageData(left, top, right - left, bottom - top).data.some((value) => value > 0);

const springfield = [{ x: 100, y: 100, name: 'Springfield' }];
const otherSide: Box = { left: 30, top: 92, right: 90, bottom: 108 };

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
        fc.array(box, { maxLength: 3 }),
        (towns, covered, markers) => {
          const context = drawn(towns, { covered, markers });
          for (const place of [...covered, ...markers]) expect(paintedIn(context, place)).to.equal(false);
        },
      ),
    );
    const beside = { left: 110, top: 92, right: 160, bottom: 108 };
    expect(paintedIn(drawn(springfield), beside)).to.equal(true);
    expect(paintedIn(drawn(springfield, { covered: [beside] }), beside)).to.equal(false);
    expect(paintedIn(drawn(springfield, { covered: [beside] }), otherSide)).to.equal(true);
  });

  it('go beside the marker that a town lies under', () => {
    const marker = { left: 80, top: 80, right: 120, bottom: 120 };
    const beside = { left: 127, top: 92, right: 180, bottom: 108 };
    const above = { left: 80, top: 55, right: 120, bottom: 78 };
    expect(paintedIn(drawn(springfield, { markers: [marker] }), beside)).to.equal(true);
    const other = { left: 150, top: 80, right: 190, bottom: 120 };
    const crowded = drawn(springfield, { markers: [marker, other], covered: [otherSide] });
    expect(paintedIn(crowded, beside)).to.equal(false);
    expect(paintedIn(crowded, above)).to.equal(true);
  });

  it('tell how far a circle reaches above it, else below it, else not at all', () => {
    const circle = { x: 150 / 4096, y: 100 / 4096, radius: 40 / 4096, label: '50 miles' };
    const above = { left: 120, top: 40, right: 180, bottom: 58 };
    const below = { left: 120, top: 142, right: 180, bottom: 160 };
    const painted = (covered: readonly Box[]) => {
      const context = drawn([], { covered }, circle);
      return [paintedIn(context, above), paintedIn(context, below)];
    };
    expect(painted([])).to.deep.equal([true, false]);
    expect(painted([above])).to.deep.equal([false, true]);
    expect(painted([above, below])).to.deep.equal([false, false]);
  });
});
