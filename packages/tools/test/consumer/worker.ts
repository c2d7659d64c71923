import { visit } from './visit.ts';

onmessage = ({ data: hub }: MessageEvent<string>) => {
  visit(hub).then(
    (report) => postMessage({ report }),
    (error: unknown) => postMessage({ failure: String(error) }),
  );
};
