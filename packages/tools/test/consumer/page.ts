import { configure } from '@huddlekit/widgets';
import '@huddlekit/widgets/list';
import { visit } from './visit.ts';

const hub = new URLSearchParams(location.search).get('hub') ?? '';
configure({ hub });
document.body.append(document.createElement('huddle-list'));

function visitInWorker(): Promise<unknown> {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  worker.postMessage(hub);
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<{ report?: unknown; failure?: string }>) => {
      if (data.failure === undefined) resolve(data.report);
      else reject(new Error(data.failure));
    };
    worker.onerror = ({ message }) => reject(new Error(message));
  });
}

/** What the check waits for. */
const visits = Promise.all([visit(hub), visitInWorker()]);
Object.assign(globalThis, { visits });
