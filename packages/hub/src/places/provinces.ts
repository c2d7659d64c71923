/** A province or territory of Canada: its postal code, the code that GeoNames has for it, and its English name. */
export interface Province {
  readonly code: string;
  readonly geonames: string;
  readonly name: string;
}

export const provinces: readonly Province[] = [
  ['AB', '01', 'Alberta'],
  ['BC', '02', 'British Columbia'],
  ['MB', '03', 'Manitoba'],
  ['NB', '04', 'New Brunswick'],
  ['NL', '05', 'Newfoundland and Labrador'],
  ['NS', '07', 'Nova Scotia'],
  ['ON', '08', 'Ontario'],
  ['PE', '09', 'Prince Edward Island'],
  ['QC', '10', 'Quebec'],
  ['SK', '11', 'Saskatchewan'],
  ['YT', '12', 'Yukon'],
  ['NT', '13', 'Northwest Territories'],
  ['NU', '14', 'Nunavut'],
].map(([code = '', geonames = '', name = '']) => ({ code, geonames, name }));
