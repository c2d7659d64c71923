import { listPlaces, type Place } from '@huddlekit/contract';
import type { CallOptions, Connection } from '../connection.ts';

export interface Places {
  /**
   * The best matches for a ZIP or the beginning of a place's name.
   * @example
   * const [place] = await client.places.search('60647');
   * console.log(place?.label, place?.latitude, place?.longitude);
   */
  search(words: string, options?: CallOptions & { readonly limit?: number }): Promise<Place[]>;
}

export function createPlaces(connection: Connection): Places {
  return {
    async search(q, { limit, ...call } = {}) {
      const { data } = await connection.call(listPlaces, { ...call, query: { q, limit } });
      return data;
    },
  };
}
