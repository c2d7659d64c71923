/** Parameters that say where a visitor came from, not what the page is. */
const tracking = /^(utm_\w+|fbclid|gclid|mc_[ce]id|referrer|ref|source|share_context)$/i;

/** A link in the one spelling that all its copies share; undefined where it leads to no page of its own. */
export function canonicalUrl(link: string | null): string | undefined {
  if (link === null || !URL.canParse(link)) return undefined;
  const { hostname, port, pathname, searchParams } = new URL(link);
  const query = [...searchParams].filter(([name]) => !tracking.test(name)).sort();
  const path = pathname.replace(/\/+$/, '');
  if (path === '' && query.length === 0) return undefined;
  const search = new URLSearchParams(query).toString();
  return `${hostname.replace(/^www\./, '')}${port && `:${port}`}${path}${search && `?${search}`}`;
}
