type Corner = readonly [x: number, y: number];

/**
 * A path of straight lines with the corners left out that move it by less than nobody sees:
 * contours are sampled far more finely than they are seen. A path with curves stays as it is.
 * @param tolerance in the units of the path. Default a third of a pixel.
 */
export function simplifyPath(d: string, tolerance = 0.33): string {
  if (!/^[MLZ\d\s,.e-]*$/i.test(d) || /[ml]/.test(d)) return d;
  return d.replace(/M([^MZ]*)/g, (_, corners: string) => {
    const points = corners.split("L").map((corner): Corner => {
      const [x = Number.NaN, y = Number.NaN] = corner.split(",").map(Number);
      return [x, y];
    });
    return `M${reduce(points, tolerance)
      .map(([x, y]) => `${tenth(x)},${tenth(y)}`)
      .join("L")}`;
  });
}

/** Ramer, Douglas and Peucker: keep the corner farthest from the chord while it is far enough. */
function reduce(points: readonly Corner[], tolerance: number): readonly Corner[] {
  if (points.length < 3) return points;
  const first = points[0] as Corner;
  const last = points.at(-1) as Corner;
  let farthest = 0;
  let distance = 0;
  for (let index = 1; index < points.length - 1; index++) {
    const away = distanceToChord(points[index] as Corner, first, last);
    if (away > distance) [farthest, distance] = [index, away];
  }
  if (distance <= tolerance) return [first, last];
  const before = reduce(points.slice(0, farthest + 1), tolerance);
  return [...before.slice(0, -1), ...reduce(points.slice(farthest), tolerance)];
}

function distanceToChord([x, y]: Corner, [x1, y1]: Corner, [x2, y2]: Corner): number {
  const length = Math.hypot(x2 - x1, y2 - y1);
  // A closed ring has no chord; the distance to its start stands in.
  if (length === 0) return Math.hypot(x - x1, y - y1);
  return Math.abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length;
}

const tenth = (value: number) => String(Math.round(value * 10) / 10);
