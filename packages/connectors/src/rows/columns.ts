/** What a column means, with the spellings that spreadsheets use for it (without case, spaces and signs). */
const spellings = {
  id: ['id', 'eventid', 'uid', 'identifier'],
  title: ['title', 'name', 'event', 'eventname', 'eventtitle', 'summary'],
  description: ['description', 'details', 'about', 'notes'],
  start: ['startdate', 'start', 'date', 'eventdate', 'starttime', 'startdatetime', 'startsat', 'begin'],
  end: ['enddate', 'end', 'endtime', 'enddatetime', 'endsat', 'finish'],
  venue: ['venue', 'location', 'locationname', 'place', 'venuename'],
  address: ['address', 'street', 'streetaddress', 'addressline1', 'address1'],
  locality: ['city', 'town', 'locality', 'municipality'],
  region: ['state', 'region', 'province', 'st'],
  postalCode: ['zip', 'zipcode', 'postalcode', 'postcode'],
  country: ['country', 'countrycode'],
  latitude: ['lat', 'latitude', 'y'],
  longitude: ['lon', 'lng', 'long', 'longitude', 'x'],
  /** How the point was found; `source` is the publisher's own. */
  geoSource: ['geosource', 'geocodedby'],
  timezone: ['timezone', 'tz', 'zone'],
  tags: ['tags', 'labels', 'topics', 'categories', 'category', 'type', 'kind', 'eventtype'],
  url: ['url', 'link', 'website', 'eventurl', 'browserurl'],
  source: ['source', 'sourcesystem'],
  organization: ['organization', 'organisation', 'sponsor', 'host', 'group'],
} as const;

export type Column = keyof typeof spellings;

const columnOf = new Map<string, Column>(
  (Object.entries(spellings) as [Column, readonly string[]][]).flatMap(([column, names]) =>
    names.map((name) => [name, column] as const),
  ),
);

/** The meaning of each cell of a header; undefined for columns that say nothing to us. The first of a kind counts. */
export function columnsOf(header: readonly string[]): (Column | undefined)[] {
  const seen = new Set<Column>();
  return header.map((name) => {
    const column = columnOf.get(name.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
    if (!column || seen.has(column)) return undefined;
    seen.add(column);
    return column;
  });
}
