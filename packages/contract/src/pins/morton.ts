/** Columns and rows of the grid of Morton codes; a cell at the equator is 2.4 metres wide. */
export const gridSize = 2 ** 24;
/** Levels of that grid: a cell of level n is one of 4^n squares of the world. */
export const gridLevels = 24;
const maximumLatitude = 85.0511287798066;

/** Web Mercator position of a point, each axis from 0 up to 1 (x from the west, y from the north). */
export function project(latitude: number, longitude: number): { x: number; y: number } {
  const bounded = Math.min(maximumLatitude, Math.max(-maximumLatitude, latitude));
  const sine = Math.sin((bounded * Math.PI) / 180);
  return { x: longitude / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

/** The point at a Web Mercator position, in degrees. */
export function unproject(x: number, y: number): { latitude: number; longitude: number } {
  return {
    latitude: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI,
    longitude: (x - 0.5) * 360,
  };
}

/** The 48-bit Morton code of a point. */
export function mortonKey(latitude: number, longitude: number): number {
  const { x, y } = project(latitude, longitude);
  return mortonCode(quantize(x), quantize(y));
}

/** The Morton code of a column and row of the grid, each from 0 to 2^24 - 1, or of a coarser grid. */
export function mortonCode(column: number, row: number): number {
  // Halves of 12 bits keep every step within 32-bit integers.
  return spread(column >>> 12, row >>> 12) * gridSize + spread(column & 0xfff, row & 0xfff);
}

/** Column and row, each from 0 to 2^24 - 1, of a Morton code. */
export function mortonCell(key: number): { column: number; row: number } {
  const high = Math.floor(key / gridSize);
  const low = key % gridSize;
  return {
    column: (gather(high) << 12) | gather(low),
    row: (gather(high >>> 1) << 12) | gather(low >>> 1),
  };
}

/** How many codes one cell of a level holds; the cells of a level are ranges of that length. */
export function codesInCell(level: number): number {
  return 4 ** (gridLevels - level);
}

function quantize(position: number): number {
  return Math.min(gridSize - 1, Math.max(0, Math.floor(position * gridSize)));
}

function spread(column: number, row: number): number {
  return spreadBits(column) | (spreadBits(row) << 1);
}

/** Puts a zero between each two of 12 bits. */
function spreadBits(value: number): number {
  value = (value | (value << 8)) & 0x00ff00ff;
  value = (value | (value << 4)) & 0x0f0f0f0f;
  value = (value | (value << 2)) & 0x33333333;
  return (value | (value << 1)) & 0x55555555;
}

/** Takes every second of 24 bits. */
function gather(code: number): number {
  let value = code & 0x55555555;
  value = (value | (value >>> 1)) & 0x33333333;
  value = (value | (value >>> 2)) & 0x0f0f0f0f;
  value = (value | (value >>> 4)) & 0x00ff00ff;
  return (value | (value >>> 8)) & 0xffff;
}
