export type { Conversion, ConvertContext } from './conversion.ts';
export { convert, formats, type ConvertOptions, type Format } from './convert.ts';
export { detectFormat } from './detect.ts';
export { ImportedEvent, type ImportedTimeslot } from './imported-event.ts';
export { fatalCodes, problemCodes, type ConvertProblem, type ProblemCode } from './problem.ts';
export { stateCodeOf } from './regions/state-codes.ts';
