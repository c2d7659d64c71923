import { expect } from 'chai';
import { html } from 'lit';
import { fixture, removeFixtures, until } from '../test/fixture.ts';
import { afterEach, describe, it } from '../test/mocha.ts';
import { adoptGround, brightness, watchTheme } from './ground.ts';

const root = document.documentElement;
afterEach(() => {
  removeFixtures();
  root.removeAttribute('data-theme');
});

describe('the ground of the page', () => {
  it('is as bright as its colour looks', () => {
    expect(brightness('rgb(255, 255, 255)')).to.equal(1);
    expect(brightness('rgb(22, 24, 26)')).to.be.lessThan(0.1);
    expect(brightness('rgba(0, 0, 0, 0)')).to.equal(null);
  });

  it('makes the element dark or light as the nearest background is', async () => {
    const element = await fixture<HTMLElement>(html`<div><p></p></div>`);
    const inner = element.querySelector('p')!;
    element.style.backgroundColor = 'rgb(22, 24, 26)';
    adoptGround(inner);
    expect(inner.style.colorScheme).to.equal('dark');
    expect(inner.style.getPropertyValue('--_hk-surface')).to.equal('rgb(22, 24, 26)');
    element.style.backgroundColor = 'rgb(250, 250, 250)';
    adoptGround(inner);
    expect(inner.style.colorScheme).to.equal('light');
  });

  it('leaves a surface that the site has named', async () => {
    const element = await fixture<HTMLElement>(html`<div><p></p></div>`);
    element.style.backgroundColor = 'rgb(22, 24, 26)';
    element.style.setProperty('--huddle-surface', '#333');
    const inner = element.querySelector('p')!;
    adoptGround(inner);
    expect(inner.style.getPropertyValue('--_hk-surface')).to.equal('');
  });

  it('is looked at again when the page switches its theme, until that is stopped', async () => {
    let calls = 0;
    const stop = watchTheme(() => calls++);
    root.setAttribute('data-theme', 'dark');
    await until(() => calls === 1, 'the call');
    stop();
    root.setAttribute('data-theme', 'light');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(calls).to.equal(1);
  });
});
