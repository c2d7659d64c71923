/** For each tag with many chunks those that it begins with; filled in when the chunks are made. */
const beginnings = '__preloads__'.split('|');

/** Asks at once for all chunks of an element; a browser would find them one by the other. */
export function preload(tag: string): void {
  const [, ...chunks] = beginnings.find((list) => list.startsWith(tag))?.split(' ') ?? [];
  for (const chunk of chunks) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = new URL(`chunks/${chunk}.js`, import.meta.url).href;
    document.head.append(link);
  }
}
