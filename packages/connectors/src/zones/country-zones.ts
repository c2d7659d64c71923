/** Countries whose clocks agree, or nearly all whose people live in one zone: code, names, zone. */
const table = `
AR Argentina America/Argentina/Buenos_Aires
AT Austria Europe/Vienna
BE Belgium Europe/Brussels
BG Bulgaria Europe/Sofia
CH Switzerland Europe/Zurich
CN China Asia/Shanghai
CO Colombia America/Bogota
CR Costa_Rica America/Costa_Rica
CU Cuba America/Havana
CZ Czechia|Czech_Republic Europe/Prague
DE Germany Europe/Berlin
DK Denmark Europe/Copenhagen
EE Estonia Europe/Tallinn
EG Egypt Africa/Cairo
ES Spain Europe/Madrid
FI Finland Europe/Helsinki
FR France Europe/Paris
GB United_Kingdom|U.K.|UK|England|Scotland|Wales|Northern_Ireland Europe/London
GR Greece Europe/Athens
HK Hong_Kong Asia/Hong_Kong
HR Croatia Europe/Zagreb
HU Hungary Europe/Budapest
IE Ireland Europe/Dublin
IL Israel Asia/Jerusalem
IN India Asia/Kolkata
IS Iceland Atlantic/Reykjavik
IT Italy Europe/Rome
JP Japan Asia/Tokyo
KE Kenya Africa/Nairobi
KR South_Korea Asia/Seoul
LT Lithuania Europe/Vilnius
LU Luxembourg Europe/Luxembourg
LV Latvia Europe/Riga
MY Malaysia Asia/Kuala_Lumpur
NG Nigeria Africa/Lagos
NL Netherlands|The_Netherlands Europe/Amsterdam
NO Norway Europe/Oslo
NZ New_Zealand Pacific/Auckland
PE Peru America/Lima
PH Philippines Asia/Manila
PL Poland Europe/Warsaw
PR Puerto_Rico America/Puerto_Rico
PT Portugal Europe/Lisbon
RO Romania Europe/Bucharest
RS Serbia Europe/Belgrade
SE Sweden Europe/Stockholm
SG Singapore Asia/Singapore
SI Slovenia Europe/Ljubljana
SK Slovakia Europe/Bratislava
TH Thailand Asia/Bangkok
TR Turkey|Türkiye Europe/Istanbul
TW Taiwan Asia/Taipei
UA Ukraine Europe/Kyiv
UY Uruguay America/Montevideo
VN Vietnam Asia/Ho_Chi_Minh
ZA South_Africa Africa/Johannesburg`;

const zones: ReadonlyMap<string, string> = new Map(
  table
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [code = '', names = '', zone = ''] = row.split(' ');
      return [code, ...names.replaceAll('_', ' ').split('|')].map(
        (name) => [name.toLowerCase(), zone] as const,
      );
    }),
);

/** The zone of a country by its ISO 3166 code or English name; undefined where it isn't plain. */
export function zoneOfCountry(country: string): string | undefined {
  return zones.get(country.trim().toLowerCase());
}
