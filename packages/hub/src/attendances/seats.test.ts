import { test } from 'node:test';
import { playHistories } from './test/seat-histories.ts';

test('whatever the order of coming, changing, moving, saying yes and running out, seats and line follow the rules', async () => {
  await playHistories({ runs: 60 });
});
