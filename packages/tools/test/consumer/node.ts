import { handlers } from '@huddlekit/mocks';
import { createClient } from '@huddlekit/sdk';
import { setupServer } from 'msw/node';
import { visit } from './visit.ts';

const report = await visit(process.argv[2] ?? '');

const hub = 'https://hub.example.org';
const server = setupServer(...handlers({ hub }));
server.listen({ onUnhandledFrame: 'error' });
const { data } = await createClient({ hub }).events.page({ limit: 5 });
server.close();

console.log(JSON.stringify({ ...report, mocked: data.length }));
