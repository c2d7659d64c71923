import { tileExtent } from '@huddlekit/contract/base-map';
import type { Tile } from '@huddlekit/contract/pins';
import type { Ground } from './ground.ts';
import type { Palette } from './palette.ts';

/** Draws a square of the map into a canvas that is `size` pixels wide, each `density` dots. */
export function drawGround(
  canvas: CanvasRenderingContext2D,
  square: Tile,
  { size, density }: { readonly size: number; readonly density: number },
  ground: Ground | null,
  palette: Palette,
): void {
  canvas.setTransform(1, 0, 0, 1, 0, 0);
  canvas.fillStyle = palette.water;
  canvas.fillRect(0, 0, size * density, size * density);
  if (!ground) return;
  // How many of the square lie side by side in the ground's own, and where it begins in that.
  const count = 2 ** (square.zoom - ground.square.zoom);
  const scale = (size * density * count) / tileExtent;
  const left = (square.column - ground.square.column * count) * size * density;
  const top = (square.row - ground.square.row * count) * size * density;
  canvas.setTransform(scale, 0, 0, scale, -left, -top);
  canvas.lineJoin = 'round';
  canvas.fillStyle = palette.land;
  canvas.fill(ground.land, 'evenodd');
  const stroke = (path: Path2D, color: string, width: number): void => {
    canvas.strokeStyle = color;
    canvas.lineWidth = (width * density) / scale;
    canvas.stroke(path);
  };
  stroke(ground.counties, palette.line, 0.8);
  stroke(ground.land, palette.lineStrong, 0.9);
  stroke(ground.states, palette.lineStrong, 1);
  stroke(ground.borders, palette.lineStrong, 1.3);
}
