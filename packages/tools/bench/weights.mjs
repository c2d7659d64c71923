import { bundleWeight } from '../lib/bundle-weight.mjs';

const listing = (from) => `
  import { createClient } from '${from}';
  for await (const { title } of createClient({ hub: 'https://hub.example.org' }).events.list()) console.log(title);`;

/** Programs as a consumer writes them; the peers do the same work. */
const programs = {
  'listing events': { code: listing('@huddlekit/sdk'), limit: 20 },
  'listing events, lean': { code: listing('@huddlekit/sdk/lean') },
  'all of @huddlekit/sdk': { code: `export * from '@huddlekit/sdk';`, limit: 30 },
  'ky alone': {
    code: `import ky from 'ky';
      for (const { title } of (await ky('https://hub.example.org/v1/events').json()).data) console.log(title);`,
  },
  '@octokit/core': {
    code: `import { Octokit } from '@octokit/core';
      const { data } = await new Octokit({ baseUrl: 'https://hub.example.org' }).request('GET /v1/events');
      for (const { title } of data.data) console.log(title);`,
  },
  openai: {
    code: `import OpenAI from 'openai';
      const client = new OpenAI({ apiKey: 'none', baseURL: 'https://hub.example.org', dangerouslyAllowBrowser: true });
      for (const { title } of (await client.get('/v1/events')).data) console.log(title);`,
  },
};

/** Bytes gzipped of each program, and of the chunks that come when they are needed. */
export async function measureWeights() {
  const rows = [];
  for (const [name, { code, limit }] of Object.entries(programs))
    rows.push({ name, limit, ...(await bundleWeight(code)) });
  return rows;
}
