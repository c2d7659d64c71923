import { tileExtent } from '@huddlekit/contract/base-map';
import type { GroundGrid, Square } from './ground-grid.ts';
import type { Ground } from './ground.ts';
import type { Palette } from './palette.ts';

/** Draws one square of a grid, and nothing beyond its edges. */
export function drawGround(
  canvas: CanvasRenderingContext2D,
  square: Square,
  { side, density }: Pick<GroundGrid, 'side' | 'density'>,
  ground: Ground | null,
  palette: Palette,
): void {
  canvas.save();
  canvas.beginPath();
  canvas.rect(square.left, square.top, square.width, square.height);
  canvas.clip();
  canvas.fillStyle = palette.water;
  canvas.fillRect(square.left, square.top, square.width, square.height);
  if (ground && square.tile) {
    // How many of the square lie side by side in the ground's own, and where it begins in that.
    const count = 2 ** (square.tile.zoom - ground.square.zoom);
    const scale = (side * count) / tileExtent;
    const left = square.x - (square.tile.column - ground.square.column * count) * side;
    const top = square.y - (square.tile.row - ground.square.row * count) * side;
    canvas.setTransform(scale, 0, 0, scale, left, top);
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
  canvas.restore();
}
