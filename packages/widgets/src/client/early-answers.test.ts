import { expect } from 'chai';
import { afterEach, describe, it } from '../test/mocha.ts';
import { fetchOnceAsked, type EarlyAnswer } from './early-answers.ts';

const key = Symbol.for('huddlekit.early-answers');
const page = globalThis as { [key]?: Map<string, EarlyAnswer> };
const platformFetch = window.fetch;
const url = 'https://hub.example.org/v1/pins';

afterEach(() => {
  window.fetch = platformFetch;
  delete page[key];
});

describe('an answer that was asked for early', () => {
  it('is taken once, by a read alone', async () => {
    const asked: string[] = [];
    window.fetch = async (input) => {
      const request = input as Request;
      asked.push(`${request.method} ${await request.text()}`);
      return new Response('asked');
    };
    page[key] = new Map([
      [url, { response: Promise.resolve(new Response('early')), end: new AbortController() }],
    ]);
    const send = async (init?: RequestInit) => (await fetchOnceAsked(new Request(url, init))).text();
    expect(await send({ method: 'POST', body: 'a write' })).to.equal('asked');
    expect(await send()).to.equal('early');
    expect(await send()).to.equal('asked');
    expect(asked).to.deep.equal(['POST a write', 'GET ']);
  });
});
