/** Where the events of the pictures are, as their hosts give it. */

export const library = {
  kind: 'community',
  venue: 'Evanston Public Library',
  addressLines: ['Community room', '1703 Orrington Ave'],
  locality: 'Evanston',
  region: 'IL',
  postalCode: '60201',
  latitude: 42.0483,
  longitude: -87.6799,
};
export const home = {
  kind: 'home',
  addressLines: ['2817 W Palmer St'],
  locality: 'Chicago',
  region: 'IL',
  postalCode: '60647',
};
