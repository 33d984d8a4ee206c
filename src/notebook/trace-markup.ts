import { say, sayCount } from "#src/language/say.ts";
import { digits } from "./digits.ts";
import type { TraceOutput } from "./output.ts";
import { playerMarkup } from "./player-markup.ts";

/** Sizes of the two pictures of a trace, in units of their drawing. */
export const MAP = { width: 300, height: 200 };
export const CURVE = { width: 300, height: 200, left: 44, right: 8, top: 10, bottom: 26 };

/** A place in a drawing. */
export type Spot = readonly [number, number];

/** Where the frames of a trace lie in its two pictures. */
export interface TracePlaces {
  readonly path: readonly Spot[];
  readonly curve: readonly Spot[];
}

/** The axis of losses: logarithmic where every loss is above 0, since losses shrink by factors. */
interface LossAxis {
  readonly log: boolean;
  readonly low: number;
  readonly high: number;
}

/**
 * A trace as HTML: path, loss curve, and a player that a live cell brings to life.
 * @param tableHtml the same run as a table.
 */
export function traceMarkup(
  trace: TraceOutput,
  tableHtml: string,
  escaped: (text: string) => string,
): string {
  const { path, curve } = placesOf(trace);
  const last = trace.steps.at(-1) ?? 0;
  const title = `${trace.method}, ${trace.steps.length > 1 ? sayCount({ one: "{count} step", other: "{count} steps" }, last) : say("no step")}: ${rangeInWords(trace)}`;
  const played = escaped(
    JSON.stringify({
      ...(trace.steps.every((step, i) => step === i) ? {} : { steps: trace.steps }),
      losses: trace.losses,
      ...(areDrawn(path) ? {} : { path }),
      ...(areDrawn(curve) ? {} : { curve }),
    }),
  );
  const map = trace.map
    ? `<svg class="trace-map" viewBox="0 0 ${MAP.width} ${MAP.height}" aria-hidden="true">${trace.map.levels
        .map(
          (line) =>
            `<path class="trace-level" d="${line}" transform="scale(${MAP.width / 1000} ${MAP.height / 1000})"></path>`,
        )
        .join("")}${polyline("trace-rest", path)}${polyline("trace-path", path)}${dot(path)}</svg>`
    : "";
  return `<figure class="out out-trace" aria-label="${escaped(title)}" data-trace="${played}"><div class="trace-pictures">${map}<svg class="trace-curve" viewBox="0 0 ${CURVE.width} ${CURVE.height}" aria-hidden="true">${axes(trace, escaped)}${polyline("trace-rest", curve)}${polyline("trace-path", curve)}${dot(curve)}</svg></div>${playerMarkup(trace.steps.length - 1, { name: say("step"), valueText: say("step {step}", { step: last }), readout: `${last}: f = ${digits(trace.losses.at(-1) ?? Number.NaN)}` })}<figcaption>${escaped(trace.table.note ?? "")}</figcaption><details><summary>${escaped(say("Numbers"))}</summary>${tableHtml}</details></figure>`;
}

/** The frames' places in both pictures, rounded to what can be seen. */
export function placesOf(trace: TraceOutput): TracePlaces {
  const axis = lossAxis(trace.losses);
  const last = Math.max(1, trace.steps.at(-1) ?? 1);
  const { map } = trace;
  return {
    path: (map?.path ?? []).map(([x, y]) =>
      spot(
        (MAP.width * (x - map!.x[0])) / (map!.x[1] - map!.x[0]),
        (MAP.height * (map!.y[1] - y)) / (map!.y[1] - map!.y[0]),
      ),
    ),
    curve: trace.losses.map((loss, i) =>
      spot(acrossCurve((trace.steps[i] ?? 0) / last), upCurve(axis, loss)),
    ),
  };
}

function axes({ losses, steps }: TraceOutput, escaped: (text: string) => string): string {
  const axis = lossAxis(losses);
  const bottom = CURVE.height - CURVE.bottom;
  const marks = ticks(axis).map((loss) => {
    const y = upCurve(axis, loss).toFixed(1);
    return `<path class="trace-grid" d="M${CURVE.left},${y}H${CURVE.width - CURVE.right}"></path><text x="${CURVE.left - 6}" y="${y}" dy="0.32em" text-anchor="end">${tickText(loss)}</text>`;
  });
  const last = steps.at(-1) ?? 0;
  return `${marks.join("")}<text x="${CURVE.left}" y="${bottom + 18}">0</text><text x="${CURVE.width - CURVE.right}" y="${bottom + 18}" text-anchor="end">${escaped(say("step {step}", { step: last }))}</text><text x="${CURVE.left - 6}" y="${CURVE.height - 8}" text-anchor="end" class="trace-name">f</text>`;
}

function lossAxis(losses: readonly number[]): LossAxis {
  const finite = losses.filter(Number.isFinite);
  const log = finite.every((loss) => loss > 0) && Math.max(...finite) > 20 * Math.min(...finite);
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  if (low === high) return { log: false, low: low - 1, high: high + 1 };
  return { log, low, high };
}

/** At most six round numbers within the axis. */
function ticks({ log, low, high }: LossAxis): readonly number[] {
  if (log) {
    const [from, to] = [Math.ceil(Math.log10(low)), Math.floor(Math.log10(high))];
    const every = Math.max(1, Math.ceil((to - from + 1) / 6));
    return Array.from(
      { length: Math.max(0, Math.floor((to - from) / every) + 1) },
      (_, i) => 10 ** (from + i * every),
    );
  }
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10);
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) => (first + i) * step);
}

function tickText(loss: number): string {
  const size = Math.abs(loss);
  return size !== 0 && (size >= 1e5 || size < 1e-3)
    ? loss.toExponential(0).replace("e+", "e")
    : digits(loss);
}

const acrossCurve = (share: number) =>
  CURVE.left + share * (CURVE.width - CURVE.left - CURVE.right);

function upCurve({ log, low, high }: LossAxis, loss: number): number {
  const bend = (value: number) => (log ? Math.log(value) : value);
  const share = (bend(loss) - bend(low)) / (bend(high) - bend(low));
  return CURVE.height - CURVE.bottom - share * (CURVE.height - CURVE.top - CURVE.bottom);
}

function rangeInWords({ losses }: TraceOutput): string {
  return say("f from {first} to {last}", {
    first: digits(losses[0] ?? Number.NaN),
    last: digits(losses.at(-1) ?? Number.NaN),
  });
}

/** Places from the list of points of a drawing that leaves none out. */
export function placesFrom(points: string): readonly Spot[] {
  return points.split(" ").map((one) => {
    const [x = Number.NaN, y = Number.NaN] = one.split(",").map(Number);
    return [x, y];
  });
}

/** All of them stand in the drawing, so that the player can take them from there. */
const areDrawn = (places: readonly Spot[]) => places.flat().every(Number.isFinite);

/** Places as an SVG list of points; what is not finite is left out. */
export function pointsOf(places: readonly Spot[]): string {
  return places
    .filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
    .map((one) => one.join())
    .join(" ");
}

const spot = (x: number, y: number): Spot => [Math.round(10 * x) / 10, Math.round(10 * y) / 10];
const polyline = (name: string, places: readonly Spot[]) =>
  `<polyline class="${name}" points="${pointsOf(places)}"></polyline>`;
function dot(places: readonly Spot[]): string {
  const [x, y] = places.at(-1) ?? [0, 0];
  return `<circle cx="${x}" cy="${y}" r="4"></circle>`;
}
