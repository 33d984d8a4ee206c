import { readNumber } from "#src/grading/number.ts";
import { gradePoints, type Place, type PointsQuestion } from "#src/grading/points.ts";
import type { AnswerForm } from "./answer-form.ts";
import { markPart } from "./mark-part.ts";
import { textFields } from "./text-fields.ts";

interface Question extends PointsQuestion {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** Steps of the arrow keys across the plot, and fineness of what is set by pointing. */
const STEPS = 100;

/** Points set by pointing at a plot or by typing; both show the same. */
export function pointsForm(form: HTMLFormElement, first: Question): AnswerForm {
  let question = first;
  const { x, y } = first;
  const plane = form.querySelector<SVGSVGElement>("[data-part=plane]");
  const line = form.querySelector<SVGPolylineElement>("[data-part=path]");
  const inputs = [...form.querySelectorAll<HTMLInputElement>("input")];
  const points = [...form.querySelectorAll<SVGCircleElement>("[data-point]")];
  const texts = textFields(inputs);
  const fields = (index: number) => [inputs[2 * index], inputs[2 * index + 1]] as const;
  let held: number | undefined;

  const placeOf = (index: number): Place | undefined => {
    const [one, other] = fields(index).map((input) => readNumber(input?.value ?? ""));
    if (!one || !other || "problem" in one || "problem" in other) return undefined;
    return { x: one.value, y: other.value };
  };
  const spot = (place: Place) =>
    [(1000 * (place.x - x[0])) / (x[1] - x[0]), (1000 * (y[1] - place.y)) / (y[1] - y[0])] as const;

  function draw() {
    const spots = points.map((_, index) => {
      const place = placeOf(index);
      return place && spot(place);
    });
    points.forEach((point, index) => {
      const [cx, cy] = spots[index] ?? [-999, -999];
      point.setAttribute("cx", String(cx));
      point.setAttribute("cy", String(cy));
    });
    const from = line?.dataset["from"]?.split(",").map(Number);
    const start = from ? [spot({ x: from[0] ?? 0, y: from[1] ?? 0 })] : [];
    const firstMissing = spots.indexOf(undefined);
    const set = firstMissing < 0 ? spots : spots.slice(0, firstMissing);
    const joined = points.length > 1 ? [...start, ...set] : [];
    line?.setAttribute("points", joined.map((one) => one?.join() ?? "").join(" "));
  }

  function placeGiven(given: readonly Place[]) {
    const last = given.at(-1);
    if (line && last) line.dataset["from"] = `${last.x},${last.y}`;
    plane?.querySelectorAll(".given").forEach((group, index) => {
      const place = given[index];
      if (!place) return;
      const [cx, cy] = spot(place).map(String) as [string, string];
      group.setAttribute("transform", `translate(${cx} ${cy})`);
    });
  }

  /** Digits that tell neighbouring steps apart. */
  const rounded = (value: number, [from, to]: readonly [number, number]) => {
    const step = (to - from) / STEPS;
    const digits = Math.max(0, Math.ceil(-Math.log10(step)));
    return String(Number((Math.round(value / step) * step).toFixed(digits)));
  };

  function put(index: number, place: Place) {
    const [one, other] = fields(index);
    if (!one || !other) return;
    one.value = rounded(Math.min(x[1], Math.max(x[0], place.x)), x);
    other.value = rounded(Math.min(y[1], Math.max(y[0], place.y)), y);
    form.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function pointedAt(event: PointerEvent): Place | undefined {
    const matrix = plane?.getScreenCTM();
    if (!matrix) return undefined;
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    return {
      x: x[0] + (at.x / 1000) * (x[1] - x[0]),
      y: y[1] - (at.y / 1000) * (y[1] - y[0]),
    };
  }

  /** A press takes the point under it; else the first that is not set; else the nearest. */
  function taken(event: PointerEvent, place: Place): number {
    const under = points.indexOf(event.target as SVGCircleElement);
    if (under >= 0) return under;
    const missing = points.findIndex((_, index) => placeOf(index) === undefined);
    if (missing >= 0) return missing;
    const far = points.map((_, index) => {
      const one = placeOf(index) ?? place;
      return Math.hypot(one.x - place.x, one.y - place.y);
    });
    return far.indexOf(Math.min(...far));
  }

  plane?.addEventListener("pointerdown", (event) => {
    const place = pointedAt(event);
    if (!place) return;
    held = taken(event, place);
    plane.setPointerCapture(event.pointerId);
    event.preventDefault();
    put(held, place);
  });
  plane?.addEventListener("pointermove", (event) => {
    const place = pointedAt(event);
    if (held !== undefined && place && plane.hasPointerCapture(event.pointerId)) put(held, place);
  });
  const release = () => {
    held = undefined;
  };
  plane?.addEventListener("pointerup", release);
  plane?.addEventListener("pointercancel", release);

  inputs.forEach((input, index) => {
    input.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
      event.preventDefault();
      const range = index % 2 === 0 ? x : y;
      const read = readNumber(input.value);
      const from = "problem" in read ? (range[0] + range[1]) / 2 : read.value;
      const step = ((range[1] - range[0]) / STEPS) * (event.shiftKey ? 10 : 1);
      input.value = rounded(from + (event.key === "ArrowUp" ? step : -step), range);
      form.dispatchEvent(new Event("input", { bubbles: true }));
    });
  });
  form.addEventListener("input", draw);

  return {
    read: texts.read,
    write(answer) {
      texts.write(answer);
      draw();
    },
    ask(spec) {
      if (spec.kind !== "points") return;
      question = spec;
      placeGiven(spec.given);
      draw();
    },
    grade: () => gradePoints(question, texts.read()),
    mark(parts) {
      points.forEach((point, index) => {
        const part = parts?.find((one) => one.index === index);
        const row = form.querySelector(`[data-place="${index}"]`);
        for (const field of fields(index))
          if (field) markPart(field, row?.querySelector("[data-mark]"), part);
        point.toggleAttribute("data-wrong", part !== undefined && !part.right);
      });
    },
  };
}
