import { DatabaseSync } from 'node:sqlite';
import { existsSync } from 'node:fs';
import type { Place } from '@huddlekit/contract';
import timezoneAt from '@photostructure/tz-lookup';
import type { Places } from '../hub.ts';
import { earthRadius, metresBetween } from '@huddlekit/contract/event-list';
import { regionsIn, type TownQuery } from './place-query.ts';
import { largestFirst, searchNames } from './place-search.ts';
import { SimilarNames, type KnownName } from './similar-names.ts';

interface PlaceRow {
  readonly rank: number;
  readonly locality: string;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly timezone: string;
  readonly population: number | null;
}

const columns = `locality, region, postal_code as postalCode, country, latitude, longitude, timezone, population`;

/** Ranks of the places in the file, as data/build-places.mjs in the tools gives them. */
const [countyRank, countryRank] = [3, 4];

/** Opens the file of ZIPs and towns. @throws Error that says how to make it. */
export function openPlaces(file: string): Places {
  if (!existsSync(file)) throw new Error(`${file} is missing. Run npm run build to make it.`);
  const database = new DatabaseSync(file, { readOnly: true });
  const byCode = database.prepare(
    `select ${columns}, 0 as rank from postal_codes where postal_code >= ? and postal_code < ? order by postal_code limit ?`,
  );
  // States and countries come before towns of their name, sections of cities after what begins like them.
  const order = `order by key <> :key,
    case when rank = -1 then 0 when rank = ${String(countryRank)} then 1 when rank = 2 and key <> :key then 3 else 2 end,
    rank = ${String(countyRank)}, weight desc`;
  const place = `(:region is null or region = :region) and (:country is null or country = :country)`;
  const byStart = database.prepare(
    `select ${columns}, rank from towns where key >= :key and key < :end and ${place}
     and (rank < ${String(countyRank)} or key = :key) ${order} limit :limit`,
  );
  const byCompact = database.prepare(
    `select ${columns}, rank from towns where compact = :compact and ${place} ${order} limit :limit`,
  );
  const allNames = database.prepare(
    `select distinct compact, region from towns
     where rank <= ${String(countyRank)} and (country = 'US' or population >= 100000)`,
  );
  let similar: SimilarNames<KnownName> | undefined;

  const rows = (found: unknown): Place[] => (found as PlaceRow[]).map((row) => placeOf(row));
  const exactly = ({ key, compact, region, country }: TownQuery, limit: number): Place[] =>
    rows(byCompact.all({ key, compact, region, country, limit }));
  const beginning = ({ key, region, country }: TownQuery, limit: number): Place[] =>
    rows(byStart.all({ key, end: `${key}\u{10ffff}`, region, country, limit }));
  const similarNames = (): SimilarNames<KnownName> =>
    (similar ??= new SimilarNames(allNames.all() as unknown as KnownName[]));
  // Made ahead of the first mistyped name, which would else wait a tenth of a second.
  const warmUp = setTimeout(similarNames, 2000).unref();
  const mistyped = (query: TownQuery, limit: number): Place[] =>
    largestFirst(
      similarNames()
        .nearest(query.compact, query.region)
        .flatMap(({ compact, region }) => exactly({ ...query, compact, region }, limit)),
    ).slice(0, limit);

  const nearby = database.prepare(
    `select latitude, longitude from towns where latitude between ? and ? and longitude between ? and ?
     and population >= 5000 and rank = 0`,
  );

  return {
    search(words, limit) {
      const code = /^\s*(\d{2,5})(?:-\d{4})?\s*$/.exec(words)?.[1];
      if (code) return byCode.all(code, `${code}~`, limit).map((row) => placeOf(row as unknown as PlaceRow));
      const codes = words.matchAll(/(?<=^|[\s,])(\d{5})(?:-\d{4})?(?=$|[\s,])/g);
      for (const [written, five = ''] of [...codes].toReversed()) {
        const [postal] = rows(byCode.all(five, `${five}~`, 1));
        const regions = regionsIn(words.replace(written, ' '));
        // Where a state is named too, a number in another state is a house's.
        if (postal && (regions.length === 0 || regions.includes(postal.region))) return [postal];
      }
      const names = words.replace(/[\s,]+\d{5}(?:-\d{4})?\s*$/, '');
      return searchNames({ exactly, beginning, mistyped }, names, limit);
    },
    postalCode(code, country) {
      if (country !== 'US') return undefined;
      const [five] = /^\d{5}(?=$|-)/.exec(code) ?? [];
      const row = five === undefined ? undefined : byCode.get(five, `${five}~`, 1);
      return row && placeOf(row as unknown as PlaceRow);
    },
    populatedWithin(latitude, longitude, metres) {
      const height = (metres / earthRadius) * (180 / Math.PI);
      const width = height / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
      const rows = nearby.all(
        latitude - height,
        latitude + height,
        longitude - width,
        longitude + width,
      ) as unknown as {
        latitude: number;
        longitude: number;
      }[];
      return rows.some((town) => metresBetween(latitude, longitude, town.latitude, town.longitude) <= metres);
    },
    timezoneAt: (latitude, longitude) => timezoneAt(latitude, longitude),
    close: () => {
      clearTimeout(warmUp);
      database.close();
    },
  };
}

function placeOf(row: PlaceRow): Place {
  const { rank, ...place } = row;
  const { locality, region, postalCode, country, population } = place;
  // Nobody writes the country behind a province, and a country is its own.
  const hasCountry = country !== 'US' && rank !== countryRank && !(country === 'CA' && region !== null);
  const town = [locality, region, hasCountry ? country : null].filter(Boolean).join(', ');
  return {
    ...place,
    population: population === 0 ? null : population,
    label: postalCode ? `${postalCode} ${town}` : town,
  };
}
