/** Countries of several zones by their parts: code, other names, zone. */
const tables: Readonly<Record<string, string>> = {
  ca: `
AB Alberta America/Edmonton
BC British_Columbia|Colombie-Britannique America/Vancouver
MB Manitoba America/Winnipeg
NB New_Brunswick|Nouveau-Brunswick America/Moncton
NL Newfoundland|Newfoundland_and_Labrador America/St_Johns
NS Nova_Scotia America/Halifax
NT Northwest_Territories America/Yellowknife
ON Ontario America/Toronto
PE Prince_Edward_Island|PEI America/Halifax
QC Quebec|Québec|PQ America/Toronto
SK Saskatchewan America/Regina
YT Yukon America/Whitehorse`,
  au: `
ACT Australian_Capital_Territory Australia/Sydney
NSW New_South_Wales Australia/Sydney
NT Northern_Territory Australia/Darwin
QLD Queensland Australia/Brisbane
SA South_Australia Australia/Adelaide
TAS Tasmania Australia/Hobart
VIC Victoria Australia/Melbourne
WA Western_Australia Australia/Perth`,
  mx: `
CDMX Ciudad_de_México|Mexico_City|DF|Distrito_Federal America/Mexico_City
MEX Estado_de_México|México America/Mexico_City
JAL Jalisco America/Mexico_City
NLE Nuevo_León|NL America/Monterrey
PUE Puebla America/Mexico_City
GTO Guanajuato America/Mexico_City
VER Veracruz America/Mexico_City
OAX Oaxaca America/Mexico_City
CHP Chiapas America/Mexico_City
YUC Yucatán America/Merida
ROO Quintana_Roo America/Cancun
SON Sonora America/Hermosillo
SIN Sinaloa America/Mazatlan
BCN Baja_California|BC America/Tijuana
BCS Baja_California_Sur America/Mazatlan`,
};
const countries: Readonly<Record<string, string>> = {
  ca: 'ca',
  can: 'ca',
  canada: 'ca',
  au: 'au',
  aus: 'au',
  australia: 'au',
  mx: 'mx',
  mex: 'mx',
  mexico: 'mx',
};

const zones: ReadonlyMap<string, string> = new Map(
  Object.entries(tables).flatMap(([country, table]) =>
    table
      .trim()
      .split('\n')
      .flatMap((row) => {
        const [code = '', names = '', zone = ''] = row.split(' ');
        return [code, ...names.split('|')].map(
          (name) => [keyOf(country, name.replaceAll('_', ' ')), zone] as const,
        );
      }),
  ),
);

/** The zone in which most people of a province or state of Canada, Australia or Mexico live; undefined for others. */
export function zoneOfRegion(country: string, region: string): string | undefined {
  const plain = plainName(country);
  const known = Object.hasOwn(countries, plain) ? countries[plain] : undefined;
  return known && zones.get(keyOf(known, region));
}

function keyOf(country: string, region: string): string {
  return `${country} ${plainName(region)}`;
}

function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[\p{M}.]/gu, '')
    .trim()
    .toLowerCase();
}
