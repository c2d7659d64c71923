import { expect } from 'chai';
import { afterEach, describe, it } from '../test/mocha.ts';
import { register } from './registration.ts';

const { warn } = console;
afterEach(() => {
  console.warn = warn;
});

describe('registration', () => {
  it('takes the same element twice, and warns once of another one with its tag', () => {
    const warnings: unknown[] = [];
    console.warn = (message: unknown) => warnings.push(message);
    class First extends HTMLElement {}
    class Second extends HTMLElement {}
    register('huddle-registered', First);
    register('huddle-registered', First);
    expect(warnings).to.deep.equal([]);
    register('huddle-registered', Second);
    expect(customElements.get('huddle-registered')).to.equal(First);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('<huddle-registered> is already defined (version 0.1.0)');
  });
});
