/** What people call places by, and in which state alone a name is meant so. */
const nicknames: ReadonlyMap<string, { readonly name: string; readonly region?: string }> = new Map([
  ['nyc', { name: 'new york city' }],
  ['ny', { name: 'new york city', region: 'NY' }],
  ['new york', { name: 'new york city', region: 'NY' }],
  ['the bronx', { name: 'bronx' }],
  ['philly', { name: 'philadelphia' }],
  ['phila', { name: 'philadelphia' }],
  ['la', { name: 'los angeles', region: 'CA' }],
  ['sf', { name: 'san francisco', region: 'CA' }],
  ['san fran', { name: 'san francisco' }],
  ['bay area', { name: 'san francisco' }],
  ['slc', { name: 'salt lake city' }],
  ['vegas', { name: 'las vegas' }],
  ['nola', { name: 'new orleans' }],
  ['indy', { name: 'indianapolis' }],
  ['jax', { name: 'jacksonville', region: 'FL' }],
  ['okc', { name: 'oklahoma city' }],
  ['dfw', { name: 'dallas', region: 'TX' }],
  ['atl', { name: 'atlanta', region: 'GA' }],
  ['stl', { name: 'st louis', region: 'MO' }],
  ['pdx', { name: 'portland', region: 'OR' }],
  ['cincy', { name: 'cincinnati' }],
  ['chi town', { name: 'chicago' }],
  ['twin cities', { name: 'minneapolis' }],
  ['dc', { name: 'washington', region: 'DC' }],
]);

/** The name behind a nickname, and the state it is in where the name alone could be elsewhere. */
export function knownAs(
  key: string,
  region: string | null,
): { readonly name: string; readonly region: string | null } | undefined {
  const known = nicknames.get(key);
  if (!known || (region !== null && known.region !== undefined && known.region !== region)) return undefined;
  return { name: known.name, region: region ?? known.region ?? null };
}
