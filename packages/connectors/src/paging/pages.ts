import { problem, type ConvertProblem } from '../problem.ts';

/** How the pages of a platform's list follow each other. */
export interface Paging {
  /** Address of the first page. */
  readonly first: string;
  /** The link a page gives to the one after it, or null. */
  nextOf(page: unknown): string | null;
  /** Gets the content of a page as JSON. */
  get(url: string): Promise<unknown>;
}

/** Pages that are read at most; a platform that gives more is asked for less at a time. */
const mostPages = 400;

/**
 * The pages of a list, one after another. A link to another site or to a page that was read isn't followed; `problems`
 * gets to know of it. Rejects with what `get` rejects with.
 */
export async function* pagesOf({ first, nextOf, get }: Paging, problems: ConvertProblem[]): AsyncGenerator {
  const read = new Set<string>();
  for (let url: string | null = first; url !== null;) {
    read.add(url);
    const page: unknown = await get(url);
    yield page;
    const next = nextOf(page);
    const following: string | null | undefined = next === null ? null : resolved(next, url);
    if (following === undefined || (following && new URL(following).origin !== new URL(first).origin)) {
      problems.push(problem(read.size, 'next_elsewhere'));
      return;
    }
    if (following && (read.has(following) || read.size >= mostPages)) {
      problems.push(problem(read.size, read.has(following) ? 'next_again' : 'too_many'));
      return;
    }
    url = following;
  }
}

function resolved(link: string, base: string): string | undefined {
  return URL.canParse(link, base) ? new URL(link, base).href : undefined;
}
