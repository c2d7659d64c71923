/** Cities of the sample: name, state, latitude, longitude, zone. */
const rows = `New York NY 40.71 -74.01 e|Los Angeles CA 34.05 -118.24 p|Chicago IL 41.88 -87.63 c|Houston TX 29.76 -95.37 c
Phoenix AZ 33.45 -112.07 a|Philadelphia PA 39.95 -75.17 e|San Antonio TX 29.42 -98.49 c|San Diego CA 32.72 -117.16 p
Dallas TX 32.78 -96.8 c|Austin TX 30.27 -97.74 c|San Jose CA 37.34 -121.89 p|Jacksonville FL 30.33 -81.66 e
Fort Worth TX 32.76 -97.33 c|Columbus OH 39.96 -83 e|Charlotte NC 35.23 -80.84 e|San Francisco CA 37.77 -122.42 p
Indianapolis IN 39.77 -86.16 i|Seattle WA 47.61 -122.33 p|Denver CO 39.74 -104.99 m|Washington DC 38.91 -77.04 e
Boston MA 42.36 -71.06 e|Nashville TN 36.16 -86.78 c|Detroit MI 42.33 -83.05 d|Portland OR 45.52 -122.68 p
Las Vegas NV 36.17 -115.14 p|Memphis TN 35.15 -90.05 c|Louisville KY 38.25 -85.76 e|Baltimore MD 39.29 -76.61 e
Milwaukee WI 43.04 -87.91 c|Albuquerque NM 35.08 -106.65 m|Tucson AZ 32.22 -110.97 a|Fresno CA 36.74 -119.79 p
Sacramento CA 38.58 -121.49 p|Kansas City MO 39.1 -94.58 c|Atlanta GA 33.75 -84.39 e|Omaha NE 41.26 -95.93 c
Raleigh NC 35.78 -78.64 e|Miami FL 25.76 -80.19 e|Oakland CA 37.8 -122.27 p|Minneapolis MN 44.98 -93.27 c
Tulsa OK 36.15 -95.99 c|Tampa FL 27.95 -82.46 e|New Orleans LA 29.95 -90.07 c|Cleveland OH 41.5 -81.69 e
Honolulu HI 21.31 -157.86 h|Lexington KY 38.04 -84.5 e|Cincinnati OH 39.1 -84.51 e|Saint Paul MN 44.95 -93.09 c
Pittsburgh PA 40.44 -79.99 e|Greensboro NC 36.07 -79.79 e|Lincoln NE 40.81 -96.7 c|Anchorage AK 61.22 -149.9 k
Orlando FL 28.54 -81.38 e|Newark NJ 40.74 -74.17 e|Madison WI 43.07 -89.4 c|Richmond VA 37.54 -77.44 e
Boise ID 43.62 -116.2 b|Spokane WA 47.66 -117.43 p|Des Moines IA 41.59 -93.62 c|Birmingham AL 33.52 -86.8 c
Salt Lake City UT 40.76 -111.89 m|Rochester NY 43.16 -77.61 e|Little Rock AR 34.75 -92.29 c|Providence RI 41.82 -71.41 e
Burlington VT 44.48 -73.21 e|Portland ME 43.66 -70.26 e|Missoula MT 46.87 -113.99 m|Fargo ND 46.88 -96.79 c
Sioux Falls SD 43.55 -96.73 c|Wichita KS 37.69 -97.34 c|Jackson MS 32.3 -90.18 c|Charleston WV 38.35 -81.63 e
Charleston SC 32.78 -79.93 e|Wilmington DE 39.74 -75.55 e|Manchester NH 42.99 -71.45 e|Cheyenne WY 41.14 -104.82 m
Hartford CT 41.76 -72.67 e|San Juan PR 18.47 -66.11 r|Evanston IL 42.05 -87.69 c|Oak Park IL 41.89 -87.78 c
Naperville IL 41.79 -88.15 c|Berkeley CA 37.87 -122.27 p|Ann Arbor MI 42.28 -83.74 d|Ithaca NY 42.44 -76.5 e
Asheville NC 35.6 -82.55 e|Athens GA 33.96 -83.38 e|Duluth MN 46.79 -92.1 c|Santa Fe NM 35.69 -105.94 m
El Paso TX 31.76 -106.49 m|Buffalo NY 42.89 -78.88 e|Norfolk VA 36.85 -76.29 e|Reno NV 39.53 -119.81 p`;

const zones: Readonly<Record<string, string>> = {
  e: 'America/New_York',
  c: 'America/Chicago',
  m: 'America/Denver',
  p: 'America/Los_Angeles',
  a: 'America/Phoenix',
  d: 'America/Detroit',
  i: 'America/Indiana/Indianapolis',
  b: 'America/Boise',
  k: 'America/Anchorage',
  h: 'Pacific/Honolulu',
  r: 'America/Puerto_Rico',
};

export interface City {
  readonly name: string;
  readonly state: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly timezone: string;
}

/** Real cities, the larger ones first, with some of their neighbours. */
export const cities: readonly City[] = rows.split(/[|\n]/).map((row) => {
  const [, name = '', state = '', latitude, longitude, zone = ''] =
    /^(.+) ([A-Z]{2}) (\S+) (\S+) (\S+)$/.exec(row) ?? [];
  return {
    name,
    state,
    latitude: Number(latitude),
    longitude: Number(longitude),
    timezone: zones[zone] ?? 'UTC',
  };
});
