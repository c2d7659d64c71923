import { DatabaseSync } from 'node:sqlite';
import { existsSync } from 'node:fs';
import type { Place } from '@huddlekit/contract';
import timezoneAt from '@photostructure/tz-lookup';
import type { Places } from '../hub.ts';
import { earthRadius, metresBetween } from '@huddlekit/contract/event-list';
import { looserQueries, townQueries, type TownQuery } from './place-query.ts';
import { SimilarNames, type KnownName } from './similar-names.ts';

interface PlaceRow {
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

/** Queries in other words that are tried. */
const mostLoose = 12;

/** Opens the file of ZIPs and towns. @throws Error that says how to make it. */
export function openPlaces(file: string): Places {
  if (!existsSync(file)) throw new Error(`${file} is missing. Run npm run build to make it.`);
  const database = new DatabaseSync(file, { readOnly: true });
  const byCode = database.prepare(
    `select ${columns} from postal_codes where postal_code >= ? and postal_code < ? order by postal_code limit ?`,
  );
  // A town of one's own country comes before a larger one abroad only where their names are equal.
  const order = `order by key <> :key, rank > 1, rank >= 0, case when country = 'US' then population * 8 else population end desc`;
  const place = `(:region is null or region = :region) and (:country is null or country = :country)`;
  const byStart = database.prepare(
    `select ${columns} from towns where key >= :key and key < :end and ${place} and (rank < 3 or key = :key) ${order} limit :limit`,
  );
  const byCompact = database.prepare(
    `select ${columns} from towns where compact = :compact and ${place} ${order} limit :limit`,
  );
  const allNames = database.prepare(
    `select distinct compact, region from towns where rank < 3 and (country = 'US' or population >= 100000)`,
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
    similarNames()
      .nearest(query.compact, query.region)
      .flatMap(({ compact, region }) => exactly({ ...query, compact, region }, limit))
      .sort((a, b) => (b.population ?? 0) - (a.population ?? 0))
      .slice(0, limit);

  const nearby = database.prepare(
    `select latitude, longitude from towns where latitude between ? and ? and longitude between ? and ? and population >= 5000`,
  );

  return {
    search(words, limit) {
      const code = /^\s*(\d{2,5})(?:-\d{4})?\s*$/.exec(words)?.[1];
      if (code) return byCode.all(code, `${code}~`, limit).map((row) => placeOf(row as unknown as PlaceRow));
      const inside = /(?:^|[\s,])(\d{5})(?:-\d{4})?(?=$|[\s,])/.exec(words)?.[1];
      const postal = inside === undefined ? [] : rows(byCode.all(inside, `${inside}~`, 1));
      if (postal.length > 0) return postal;
      const queries = townQueries(words);
      const placed = queries.filter(({ region, country }) => region ?? country);
      const anywhere = queries.filter(({ region, country }) => !(region ?? country));
      const looser = placed.flatMap((query) => looserQueries(query)).slice(0, mostLoose);
      // Each step takes more liberties than the one before; the first that finds something is right most often.
      const steps: (readonly [(query: TownQuery, limit: number) => Place[], readonly TownQuery[]])[] = [
        [exactly, placed],
        [beginning, placed],
        [mistyped, placed],
        [exactly, looser],
        [beginning, anywhere],
        [exactly, anywhere],
        [exactly, placed.map((query) => ({ ...query, region: null, country: null }))],
        [mistyped, looser],
        [mistyped, anywhere],
        [exactly, anywhere.flatMap((query) => looserQueries(query))],
      ];
      for (const [search, some] of steps) {
        for (const query of some) {
          const found = search(query, limit);
          if (found.length > 0) return found;
        }
      }
      return [];
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
  const { locality, region, postalCode, country, population } = row;
  const town = [locality, region, country === 'US' ? null : country].filter(Boolean).join(', ');
  return {
    ...row,
    population: population === 0 ? null : population,
    label: postalCode ? `${postalCode} ${town}` : town,
  };
}
