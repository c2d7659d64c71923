import { DatabaseSync } from 'node:sqlite';
import { existsSync } from 'node:fs';
import type { Place } from '@huddlekit/contract';
import timezoneAt from '@photostructure/tz-lookup';
import type { Places } from '../hub.ts';
import { earthRadius, metresBetween } from '@huddlekit/contract/event-list';
import { townQueries } from './place-query.ts';

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

/** Opens the file of ZIPs and towns. @throws Error that says how to make it. */
export function openPlaces(file: string): Places {
  if (!existsSync(file)) throw new Error(`${file} is missing. Run npm run build to make it.`);
  const database = new DatabaseSync(file, { readOnly: true });
  const byCode = database.prepare(
    `select ${columns} from postal_codes where postal_code >= ? and postal_code < ? order by postal_code limit ?`,
  );
  // A town of one's own country comes before a larger one abroad only where their names are equal.
  const byName = database.prepare(
    `select ${columns} from towns where key >= :key and key < :end and (:region is null or region = :region)
     order by key <> :key, case when country = 'US' then population * 8 else population end desc limit :limit`,
  );
  const nearby = database.prepare(
    `select latitude, longitude from towns where latitude between ? and ? and longitude between ? and ? and population >= 5000`,
  );

  return {
    search(words, limit) {
      const code = /^\s*(\d{2,5})(?:-\d{4})?\s*$/.exec(words)?.[1];
      if (code) return byCode.all(code, `${code}~`, limit).map((row) => placeOf(row as unknown as PlaceRow));
      for (const { key, region } of townQueries(words)) {
        const found = byName.all({ key, end: `${key}\u{10ffff}`, region, limit });
        if (found.length > 0) return found.map((row) => placeOf(row as unknown as PlaceRow));
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
      database.close();
    },
  };
}

function placeOf(row: PlaceRow): Place {
  const { locality, region, postalCode, country } = row;
  const town = [locality, region, country === 'US' ? null : country].filter(Boolean).join(', ');
  return { ...row, label: postalCode ? `${postalCode} ${town}` : town };
}
