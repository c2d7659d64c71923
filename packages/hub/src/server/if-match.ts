/** The strong tag of a version (RFC 9110, section 8.8.3). */
export function versionTag(version: number): string {
  return `"${String(version)}"`;
}

/** One element of a list of entity-tags with what ends it; lists may hold empty elements. */
const element = /[ \t]*(?:(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"[ \t]*)?(?:,|$)/y;

/**
 * Whether an If-Match header names a version: `*` does always, a list where one of its strong tags is the version's
 * (RFC 9110, section 13.1.1). A header that is none of these names nothing.
 */
export function namesVersion(header: string, version: number): boolean {
  if (header.trim() === '*') return true;
  let isNamed = false;
  let end = 0;
  while (end < header.length) {
    element.lastIndex = end;
    const found = element.exec(header);
    if (!found) return false;
    end = element.lastIndex;
    const [, weak, opaque] = found;
    if (weak === undefined && opaque === String(version)) isNamed = true;
  }
  return isNamed;
}
