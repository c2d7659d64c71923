import { stateNames } from '@huddlekit/connectors';
import { folded } from '../events/words.ts';
import { provinces } from './provinces.ts';

/** A US state, a Canadian province or, without a region, a whole country; codes as the mail and ISO 3166 have them. */
export interface Area {
  readonly name: string;
  readonly region: string | null;
  readonly country: string;
}

/** How newspapers and the government's printers shorten the names of states, beside the codes of the mail. */
const shortStates =
  'AL Ala,AZ Ariz,AR Ark,CA Calif,CA Cal,CO Colo,CT Conn,DE Del,DC Wash DC,FL Fla,IL Ill,IN Ind,KS Kan,KS Kans,MA Mass,' +
  'MI Mich,MN Minn,MS Miss,MT Mont,NE Neb,NE Nebr,NV Nev,NM N Mex,ND N Dak,OK Okla,OR Ore,OR Oreg,PA Penn,PA Penna,' +
  'SD S Dak,TN Tenn,TX Tex,WA Wash,WV W Va,WI Wis,WI Wisc,WY Wyo,WA Washington State,NY New York State';
/** What people call countries by, beside their names. */
const shortCountries =
  'US USA,US US,US America,US United States of America,GB UK,GB Britain,GB Great Britain,GB England,GB Scotland,' +
  'GB Wales,GB Northern Ireland,NL Holland,TR Turkey,CZ Czech Republic,HK Hong Kong,MM Myanmar,MM Burma,CI Ivory Coast';

const states: readonly Area[] = [...stateNames].map(([region, name]) => ({ name, region, country: 'US' }));
const parts: readonly Area[] = [
  ...states,
  ...provinces.map(({ code, name }) => ({ name, region: code, country: 'CA' })),
];
const countries = countryAreas();
const byKey = areasByKey();

/** The states, provinces and countries that some words are the name, code or short name of; the nearest to home first. */
export function areasOf(words: string): readonly Area[] {
  return byKey.get(areaKey(words)) ?? [];
}

/** States, provinces and, from three letters on, countries whose name or code begins with some words. */
export function areasBeginning(words: string): readonly Area[] {
  const key = areaKey(words);
  if (key === '') return [];
  const begins = ({ name, region }: Area): boolean =>
    areaKey(name).startsWith(key) || (region ?? '').toLowerCase() === key;
  return [...parts, ...(key.length < 3 ? [] : countries)].filter(begins);
}

function areaKey(words: string): string {
  return folded(words).replaceAll(' ', '');
}

function areasByKey(): ReadonlyMap<string, readonly Area[]> {
  const areas = new Map<string, Area[]>();
  const add = (words: string, area: Area | undefined): void => {
    const known = areas.get(areaKey(words)) ?? [];
    if (area && !known.includes(area)) areas.set(areaKey(words), [...known, area]);
  };
  for (const area of parts) {
    add(area.region ?? '', area);
    add(area.name, area);
    // N. Carolina, W. Virginia
    add(
      area.name.replace(/^(North|South|West|New) /, (word) => `${word.slice(0, 1)} `),
      area,
    );
  }
  for (const pair of shortStates.split(','))
    add(
      pair.slice(3),
      states.find(({ region }) => region === pair.slice(0, 2)),
    );
  for (const area of countries) add(area.name, area);
  for (const pair of shortCountries.split(','))
    add(
      pair.slice(3),
      countries.find(({ country }) => country === pair.slice(0, 2)),
    );
  return areas;
}

function countryAreas(): readonly Area[] {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => new Intl.Locale(`und-${code}`).region === code && names.of(code) !== code)
    .map((country) => ({ name: names.of(country) ?? country, region: null, country }));
}
