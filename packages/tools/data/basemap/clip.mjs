/** A box of the map, `[left, top, right, bottom]`; shapes are lists of `[x, y]`. */

/** A ring cut at the edges of a box (Sutherland and Hodgman); empty where it lies outside. */
export function clipRing(ring, [left, top, right, bottom]) {
  const edges = [([x]) => x - left, ([x]) => right - x, ([, y]) => y - top, ([, y]) => bottom - y];
  return edges.reduce(cut, ring);
}

function cut(points, inside) {
  const result = [];
  points.forEach((point, index) => {
    const before = points.at(index - 1);
    const [from, to] = [inside(before), inside(point)];
    if (from < 0 !== to < 0) result.push(between(before, point, from / (from - to)));
    if (to >= 0) result.push(point);
  });
  return result;
}

/** The pieces of a line inside a box. */
export function clipLine(line, [left, top, right, bottom]) {
  const edges = [([x]) => x - left, ([x]) => right - x, ([, y]) => y - top, ([, y]) => bottom - y];
  return edges.reduce((pieces, inside) => pieces.flatMap((piece) => cutLine(piece, inside)), [line]);
}

function cutLine(points, inside) {
  const pieces = [];
  let piece = [];
  points.forEach((point, index) => {
    const before = points[index - 1];
    const to = inside(point);
    if (before) {
      const from = inside(before);
      if (from < 0 !== to < 0) piece.push(between(before, point, from / (from - to)));
    }
    if (to >= 0) piece.push(point);
    else if (piece.length > 0) [piece] = [[], pieces.push(piece)];
  });
  if (piece.length > 1) pieces.push(piece);
  return pieces.filter(({ length }) => length > 1);
}

function between([x, y], [toX, toY], share) {
  return [x + (toX - x) * share, y + (toY - y) * share];
}
