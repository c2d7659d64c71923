export type { Conversion, ConvertContext } from './conversion.ts';
export { convert, convertPages, formats, type ConvertOptions, type Format } from './convert.ts';
export { writeCsv } from './csv/write-csv.ts';
export { writeTable, type Cell } from './csv/write-table.ts';
export { detectFormat } from './detect.ts';
export { joinCopies, type Joined, type Joining } from './duplicates/join-copies.ts';
export { compareEvents, type Comparable } from './duplicates/same-event.ts';
export { writeGeoJson, type EventFeature, type EventFeatureCollection } from './geojson/write-geojson.ts';
export { placeInWords, writeIcs, type Invitation, type WriteIcsOptions } from './ics/write-ics.ts';
export { ImportedEvent, type ImportedTimeslot } from './imported-event.ts';
export {
  mobilizeDeletedUrl,
  mobilizeEventsUrl,
  nextMobilizePage,
  organizationOf,
  type MobilizeQuery,
} from './mobilize/address.ts';
export { deletedIds } from './mobilize/deleted.ts';
export { nextOsdiPage } from './osdi/paging.ts';
export { pagesOf, type Paging } from './paging/pages.ts';
export { fatalCodes, problem, problemCodes, type ConvertProblem, type ProblemCode } from './problem.ts';
export { dateOrders, type DateOrder } from './rows/dates.ts';
export { stateCodeOf, stateNames } from './regions/state-codes.ts';
