export { convert, formats, type Format } from './convert.ts';
export { type Conversion } from './csv/csv.ts';
export { type ConvertContext } from './csv/row.ts';
export { ImportedEvent } from './imported-event.ts';
export { stateCodeOf } from './regions/state-codes.ts';
export { fatalCodes, problemCodes, type ConvertProblem, type ProblemCode } from './problem.ts';
