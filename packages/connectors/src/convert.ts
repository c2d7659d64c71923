import { convertCsv, type Conversion } from './csv/csv.ts';
import type { ConvertContext } from './csv/row.ts';

/** Formats that can be read. */
export const formats = ['csv'] as const;
export type Format = (typeof formats)[number];

const converters: Record<Format, (bytes: Uint8Array, context: ConvertContext) => Conversion> = {
  csv: convertCsv,
};

/** Brings a file to events and problems. Never throws for anything the file holds. */
export function convert(bytes: Uint8Array, format: Format, context: ConvertContext): Conversion {
  return converters[format](bytes, context);
}
