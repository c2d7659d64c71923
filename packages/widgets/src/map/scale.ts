export const earthCircumference = 40_075_016.7;

/** Pixels across the world at a zoom level. */
export function worldWidth(zoom: number): number {
  return 256 * 2 ** zoom;
}

/** Metres that the map's whole width stands for at a latitude. */
export function groundWidth(latitude: number): number {
  return earthCircumference * Math.cos((latitude * Math.PI) / 180);
}
