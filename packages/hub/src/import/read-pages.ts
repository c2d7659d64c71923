import { nextMobilizePage, nextOsdiPage, pagesOf, type ConvertProblem } from '@huddlekit/connectors';
import { getBytes } from './get-bytes.ts';
import { UsageError } from '../cli/arguments.ts';

/** All pages of a platform's list as one JSON list, from one that was fetched on. @throws UsageError */
export async function readPages(
  url: string,
  first: Uint8Array,
  platform: 'mobilize' | 'osdi',
): Promise<{ bytes: Uint8Array; problems: ConvertProblem[] }> {
  const problems: ConvertProblem[] = [];
  const pages: unknown[] = [];
  const paging = {
    first: url,
    nextOf: platform === 'mobilize' ? nextMobilizePage : nextOsdiPage,
    get: async (address: string) => jsonOf(address === url ? first : await getBytes(address), address),
  };
  for await (const page of pagesOf(paging, problems)) pages.push(page);
  return { bytes: Buffer.from(JSON.stringify(pages)), problems };
}

function jsonOf(bytes: Uint8Array, url: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new UsageError(`${new URL(url).host} answered with something that isn’t JSON. Try again later.`, {
      cause,
    });
  }
}
