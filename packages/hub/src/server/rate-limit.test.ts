import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { networkOf } from './limits.ts';
import { createRateLimit } from './rate-limit.ts';

const window = 60_000;

test('so many at once, then one by one as they come free', () => {
  let clock = 0;
  const limit = createRateLimit({ limit: 3, window, now: () => clock, random: () => 0 });
  assert.deepEqual([limit.take('a'), limit.take('a'), limit.take('a')], [0, 0, 0]);
  assert.equal(limit.take('a'), 20);
  assert.equal(limit.take('b'), 0, 'another key has its own');
  clock += 20_000;
  assert.equal(limit.take('a'), 0);
  assert.equal(limit.take('a'), 20);
});

test('who was refused is told a time that is enough, each another', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (most, random) => {
        let clock = 1_000;
        const limit = createRateLimit({ limit: most, window, now: () => clock, random: () => random });
        for (let count = 0; count < most; count++) assert.equal(limit.take('a'), 0);
        const seconds = limit.take('a');
        assert.ok(seconds > 0 && seconds <= Math.ceil((1.5 * window) / most / 1000));
        clock += seconds * 1000;
        assert.equal(limit.take('a'), 0);
      },
    ),
  );
});

test('no window holds more than twice the limit, whatever the times', () => {
  const steps = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(steps, (pauses) => {
      let clock = 0;
      const limit = createRateLimit({ limit: 4, window, now: () => clock });
      const granted: number[] = [];
      for (const pause of pauses) {
        clock += pause;
        if (limit.take('a') === 0) granted.push(clock);
      }
      for (const start of granted) {
        const within = granted.filter((at) => at >= start && at < start + window);
        assert.ok(within.length <= 8);
      }
    }),
  );
});

test('it doesn’t grow without end', () => {
  const limit = createRateLimit({ limit: 1, window, now: () => 0 });
  for (let key = 0; key < 50_001; key++) assert.equal(limit.take(String(key)), 0);
  assert.ok(limit.take('50000') > 0, 'the newest is known');
  assert.equal(limit.take('0'), 0, 'the oldest is forgotten');
});

test('an address stands for its network', () => {
  assert.equal(networkOf('203.0.113.7'), '203.0.113.7');
  assert.equal(networkOf('::ffff:203.0.113.7'), '203.0.113.7');
  assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), networkOf('2001:0DB8:1:2::9'));
  assert.notEqual(networkOf('2001:db8:1:2::1'), networkOf('2001:db8:1:3::1'));
  assert.equal(networkOf('::1'), '0:0:0:0');
  assert.equal(networkOf('fe80::1%eth0'), 'fe80:0:0:0');
});
