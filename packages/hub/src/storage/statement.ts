import type { Compilable, CompiledQuery, DialectAdapter, Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** What reads or, for a query that changes something, a write transaction. */
type Connection = Kysely<Schema>;
type Value = string | number | null;

/** Stands for a value while a query is put together. */
class Place {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A query that is put together once for each database and then run with other values: for what every RSVP asks, to put
 * it together takes longer than to answer it. `build` gets places in their stead, to be handed on as they are.
 */
export function statement<Values extends Readonly<Record<string, Value>>, Row>(
  build: (from: Connection, values: Values) => Compilable<Row>,
): (connection: Connection, values: Values) => Promise<Row[]> {
  const compiled = new WeakMap<DialectAdapter, CompiledQuery<Row>>();
  const places = new Proxy({} as Values, { get: (_, name) => new Place(String(name)) });
  return async (connection, values) => {
    const { adapter } = connection.getExecutor();
    const query = compiled.get(adapter) ?? build(connection, places).compile();
    compiled.set(adapter, query);
    const parameters = query.parameters.map((value) => (value instanceof Place ? values[value.name] : value));
    const { rows } = await connection.executeQuery<Row>({ ...query, parameters });
    return rows;
  };
}
