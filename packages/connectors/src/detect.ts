import type { Format } from './convert.ts';
import { decode } from './text/decode.ts';

/** Bytes that are looked at; every format shows itself in its beginning. */
const sample = 65_536;

/** Tells a format by its content, or undefined where it is none that is known. */
export function detectFormat(bytes: Uint8Array): Format | undefined {
  // A sequence of JSON texts has a separator before each (RFC 7464).
  const text = decode(bytes.subarray(0, sample))
    .text.replace(/^\u001e/, '')
    .trimStart();
  if (/^BEGIN:VCALENDAR/im.test(text.slice(0, 2_000))) return 'ics';
  if (text.startsWith('<')) return 'json-ld';
  if (text.startsWith('{') || text.startsWith('[')) return jsonFormat(text);
  return text.includes('\u0000') || !/[,;\t|]/.test(text) ? undefined : 'csv';
}

function jsonFormat(text: string): Format | undefined {
  if (/"type"\s*:\s*"(Feature|FeatureCollection)"/.test(text)) return 'geojson';
  if (/"@(context|type|graph)"/.test(text)) return 'json-ld';
  if (/"osdi:|"action_network:|"_embedded"/.test(text)) return 'osdi';
  if (/"(timeslots|event_type|browser_url|results_limited_to)"/.test(text)) return 'mobilize';
  return undefined;
}
