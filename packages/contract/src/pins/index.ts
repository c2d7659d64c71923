export {
  codesInCell,
  gridLevels,
  gridSize,
  mortonCell,
  mortonCode,
  mortonKey,
  project,
  unproject,
} from './morton.ts';
export {
  checkPins,
  mostPinRows,
  type PinCells,
  PinFeed,
  pinPrecisions,
  type PinRows,
  pinsVersion,
  type PinPrecision,
} from './pin-feed.ts';
export { decodePins, encodePins, pinDays, type Pin } from './pin-rows.ts';
export {
  cellLevelsInTile,
  decodeCells,
  encodeCells,
  lowerBound,
  mostTileZoom,
  rowsInTile,
  tileAbove,
  tileFrom,
  tileName,
  type PinCell,
  type PinColumns,
  type Tile,
} from './pin-cells.ts';
