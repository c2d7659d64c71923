interface Link {
  readonly href: string;
}

/** An item with its links. */
export interface Resource {
  readonly _links: { readonly self: Link } & Readonly<Record<string, unknown>>;
}

const largestSize = 25;

const curies = [
  { name: 'osdi', href: 'https://actionnetwork.org/docs/v2/{rel}', templated: true },
  { name: 'action_network', href: 'https://actionnetwork.org/docs/v2/{rel}', templated: true },
];

export function resource<Item extends object>(
  item: Item,
  self: string,
  links: Readonly<Record<string, string>> = {},
): Item & Resource {
  const hrefs = Object.entries(links).map(([name, href]) => [name, { href }] as const);
  return { ...item, _links: { self: { href: self }, ...Object.fromEntries(hrefs), curies } };
}

/**
 * One page of a collection, 25 items at most. A page with items always links to a next one, so the last link leads
 * past the end, to a page without.
 */
export function collection(name: string, items: readonly Resource[], address: URL): Resource {
  const size = Math.min(numberIn(address, 'per_page') ?? largestSize, largestSize);
  const page = numberIn(address, 'page') ?? 1;
  const shown = items.slice((page - 1) * size, page * size);
  const next = new URL(address);
  next.searchParams.set('page', String(page + 1));
  const counts = {
    total_pages: Math.ceil(items.length / size),
    per_page: size,
    page,
    total_records: items.length,
  };
  return {
    ...resource(counts, address.href, shown.length > 0 ? { next: next.href } : {}),
    ...{ _embedded: { [name]: shown } },
  };
}

/** A whole number from 1; anything else counts as left out. */
function numberIn({ searchParams }: URL, name: string): number | undefined {
  const number = Number(searchParams.get(name) ?? undefined);
  return Number.isSafeInteger(number) && number >= 1 ? number : undefined;
}
