/** The files of a new figure: how far descent on x² is after each step, at a rate that one sets. */
export function widgetFiles(id: string, name: string): Readonly<Record<string, string>> {
  const folder = `components/widgets/${id}`;
  return {
    [`components/widgets/${name}.tsx`]: component(id, name),
    [`${folder}/model.ts`]: MODEL,
    [`${folder}/state.ts`]: STATE,
    [`${folder}/figure.ts`]: FIGURE,
    [`${folder}/words.ts`]: WORDS,
    [`tests/components/widgets/${id}.test.ts`]: test(id),
  };
}

const component = (id: string, name: string) => `import { type ReactNode, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { background, foreground, frame } from "./${id}/figure.ts";
import { courseOf } from "./${id}/model.ts";
import { fields, rateTrack } from "./${id}/state.ts";
import { summary, table } from "./${id}/words.ts";
import { Slider } from "./Slider.tsx";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** What the figure shows, in a sentence. */
export default function ${name}(): ReactNode {
  const { state, change, reset } = useUrlState("${id}", fields);
  const course = useMemo(() => courseOf(state.rate), [state.rate]);
  return (
    <WidgetFrame
      id="${id}"
      title={say("What the figure shows")}
      tryThis={say("what to set or to press first.")}
      notice={say("what one sees then.")}
      why={say("what explains it.")}
      summary={summary(state.rate, course)}
      table={table(course)}
    >
      <PlotFigure
        label={say("Distance from the minimum after each of twenty steps, on a linear scale.")}
        frame={frame}
        background={background}
        foreground={() => foreground(course)}
      />
      <div className="widget-controls">
        <Slider
          symbol="η"
          label={say("learning rate")}
          track={rateTrack}
          value={state.rate}
          onChange={(rate) => change({ rate })}
        />
        <div className="widget-buttons">
          <button type="button" onClick={reset}>
            {say("Reset")}
          </button>
        </div>
      </div>
    </WidgetFrame>
  );
}
`;

const MODEL = `import { gradientDescent, run } from "@downhill/optim";
import { bowl } from "@downhill/optim/problems";

export const STEPS = 20;

/** Where descent on x², from 1, stands before each step and after the last. */
export function courseOf(learningRate: number): readonly number[] {
  const { frames } = run(gradientDescent({ learningRate }), bowl([2]), [1], { steps: STEPS });
  return frames.map(({ x }) => x[0] as number);
}
`;

const STATE = `import type { Track } from "../slider-scale.ts";
import { type Fields, numberField } from "../url-state.ts";

/** What the reader sets. */
export interface FigureState {
  readonly rate: number;
}

export const rateTrack: Track = { type: "linear", domain: [0.05, 0.95], stops: 18, digits: 2 };

export const fields: Fields<FigureState> = { rate: numberField(0.1, ...rateTrack.domain) };
`;

const FIGURE = `import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { STEPS } from "./model.ts";

export function frame(width: number): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.8 : 0.48)),
    marginTop: 24,
    marginRight: 14,
    marginBottom: 34,
    marginLeft: 44,
    x: { type: "linear", domain: [0, STEPS] },
    y: { type: "linear", domain: [-1, 1] },
  };
}

export function background(): readonly MarkSpec[] {
  return [axisX({ label: say("step t") }), axisY({ label: "x" })];
}

/** The course as a line with a dot for each step. */
export function foreground(course: readonly number[]): readonly MarkSpec[] {
  const points = course.map((x, t) => ({ t, x }));
  return [
    mark("line", points, { x: "t", y: "x", stroke: "var(--gradient)" }),
    mark("dot", points, { x: "t", y: "x", fill: "var(--gradient)", r: 2.5 }),
  ];
}
`;

const WORDS = `import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { STEPS } from "./model.ts";

/** The state of the figure in words. */
export function summary(rate: number, course: readonly number[]): string {
  return say("With η = {rate} descent on x² goes from 1 to {last} in {steps} steps.", {
    rate: significant(rate),
    last: significant(course.at(-1) ?? 1),
    steps: STEPS,
  });
}

/** Where each step leads. */
export function table(course: readonly number[]): TableData {
  return {
    caption: say("Where descent on x² stands after each step"),
    columns: [say("step"), "x"],
    rows: course.map((x, t) => [String(t), significant(x)]),
  };
}
`;

const test = (id: string) => `import { describe, expect, it } from "vitest";
import { courseOf, STEPS } from "#components/widgets/${id}/model.ts";
import { fields } from "#components/widgets/${id}/state.ts";
import { summary, table } from "#components/widgets/${id}/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

describe("the figure ${id}", () => {
  const { rate } = initialState(fields);

  it("shrinks x by 1 − 2η in each step", () => {
    for (const [t, x] of courseOf(rate).entries()) expect(x).toBeCloseTo((1 - 2 * rate) ** t, 12);
  });

  it("says what it shows, and gives every step as a row", () => {
    expect(summary(rate, courseOf(rate))).toContain("from 1 to 0.01153 in 20 steps");
    expect(table(courseOf(rate)).rows).toHaveLength(STEPS + 1);
  });
});
`;
