import type { Conversion, ConvertContext, Converter } from './conversion.ts';
import { detectFormat } from './detect.ts';
import { convertPaced, gatherPaced, type Pace } from './pacing.ts';
import { problem } from './problem.ts';

/** Formats that can be read. */
export const formats = ['csv', 'ics', 'geojson', 'json-ld', 'mobilize', 'osdi'] as const;
export type Format = (typeof formats)[number];

/** Each parser loads when a source of its format does. */
const converters: Record<Format, () => Promise<Converter>> = {
  csv: async () => (await import('./csv/csv.ts')).readCsv,
  ics: async () => (await import('./ics/ics.ts')).readIcs,
  geojson: async () => (await import('./geojson/geojson.ts')).readGeoJson,
  'json-ld': async () => (await import('./json-ld/json-ld.ts')).readJsonLd,
  mobilize: async () => (await import('./mobilize/mobilize.ts')).readMobilize,
  osdi: async () => (await import('./osdi/osdi.ts')).readOsdi,
};

/** Options of a conversion: what it knows of the source, and how long it may take. */
export interface ConvertOptions extends ConvertContext, Pace {
  /** Bytes that are read at most; 64 MB where left out. */
  readonly largest?: number | undefined;
}

/**
 * Brings a file to events and problems. `auto` tells the format by the content. Never rejects for anything the file
 * holds; only with the reason of an aborted `signal`.
 */
export async function convert(
  bytes: Uint8Array,
  format: Format | 'auto',
  { slice, limit, signal, clock, largest = 64_000_000, ...context }: ConvertOptions = {},
): Promise<Conversion> {
  if (bytes.length > largest) return { events: [], problems: [problem(1, 'too_large')], rows: 0 };
  const found = format === 'auto' ? detectFormat(bytes) : format;
  if (!found) return { events: [], problems: [problem(1, 'unknown_format')], rows: 0 };
  return convertPaced(await converters[found](), bytes, context, { slice, limit, signal, clock });
}

/** Brings pages that a platform answered, parsed as JSON, to events and problems; else as `convert`. */
export async function convertPages(
  pages: readonly unknown[],
  platform: 'mobilize' | 'osdi',
  { slice, limit, signal, clock, ...context }: ConvertContext & Pace = {},
): Promise<Conversion> {
  const read =
    platform === 'mobilize'
      ? (await import('./mobilize/mobilize.ts')).readMobilizePages
      : (await import('./osdi/osdi.ts')).readOsdiPages;
  return gatherPaced((gathering) => read(pages, context, gathering), { slice, limit, signal, clock });
}
