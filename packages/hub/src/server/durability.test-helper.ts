import { startTestHub } from './test-hub.test-helper.ts';

const [folder = ''] = process.argv.slice(2);
const { url } = await startTestHub({ folder });
process.stdout.write(`${url}\n`);
