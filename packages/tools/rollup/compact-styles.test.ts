import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compact, compactStyles } from './compact-styles.mjs';

test('a sheet keeps its meaning', () => {
  const sheet = `
    /* Room for the ring. */
    .card > :is(a, button):hover,
    .card::before {
      content: '';
      margin: calc(1px + 2em) 0;
      grid-template: 'search within' auto / 1fr auto;
    }
    @container (max-width: 559.98px) {
      .chips :not(.on) { color: red; }
    }
  `;
  assert.equal(
    compact(sheet),
    `.card > :is(a,button):hover,.card::before{content:'';margin:calc(1px + 2em) 0;` +
      `grid-template:'search within' auto / 1fr auto}@container (max-width:559.98px){.chips :not(.on){color:red}}`,
  );
});

test('only whole css literals of style modules change', () => {
  const { transform } = compactStyles();
  assert.equal(transform('css`a { b: c; }`', '/x/card.styles.ts')?.code, 'css`a{b:c}`');
  assert.equal(transform('css`a { b: ${c}; }`', '/x/card.styles.ts')?.code, 'css`a { b: ${c}; }`');
  assert.equal(transform('css`a { b: c; }`', '/x/card.ts'), null);
});
