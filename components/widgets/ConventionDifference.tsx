import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import type { ConventionFigure } from "#src/course/convention-schema.ts";
import { say } from "#src/language/say.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Choice } from "./Choice.tsx";
import { apartLines, apartView, doneLines, doneView } from "./convention-difference/figures.ts";
import { conventionRuns } from "./convention-difference/model.ts";
import { problemOf } from "./convention-difference/problems.ts";
import {
  chosen,
  comparisonOf,
  differenceFields,
  problemNameOf,
  rateTrack,
} from "./convention-difference/state.ts";
import { differenceSummary, differenceTable, readoutOf } from "./convention-difference/words.ts";
import { LearningRate } from "./LearningRate.tsx";
import { Player } from "./Player.tsx";
import { Readouts } from "./Readouts.tsx";
import { Swatch } from "./Swatch.tsx";
import { lengthsBackground, lengthsForeground, lengthsFrame } from "./step-lengths/chart.ts";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

export interface ConventionDifferenceProps {
  /** Also the name of the figure's parameter in the address. */
  readonly id: string;
  /** Plain data: what is compared, and where. */
  readonly figure: ConventionFigure;
}

/** One method in several conventions on one problem: what each does, and how far they come apart. */
export default function ConventionDifference(props: ConventionDifferenceProps): ReactNode {
  const { id, figure } = props;
  const fields = useMemo(() => differenceFields(figure), [figure]);
  const { state, change, reset } = useUrlState(id, fields);
  const { compare, rate, show, axis } = state;
  const comparison = comparisonOf(figure, compare);
  const problemName = problemNameOf(comparison, state.problem);
  const problem = problemOf(problemName);
  const runs = useMemo(
    () => conventionRuns(comparison, problem, rate),
    [comparison, problem, rate],
  );
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(Math.min(state.t, problem.steps), problem.steps, seek);
  const { t } = player;
  const base = runs[0]?.name ?? "";
  const done = useMemo(() => doneLines(runs, show), [runs, show]);
  const apart = useMemo(() => apartLines(runs), [runs]);
  const panels = [
    {
      key: "done",
      label: say("The {measure} against the number of steps for {runs}.", {
        measure: doneView(show, axis).label,
        runs: runs.map(({ name }) => name).join(", "),
      }),
      view: doneView(show, axis),
      lines: done,
    },
    {
      key: "apart",
      label: say(
        "The distance of the points of each convention from those of {convention}, against the number of steps.",
        { convention: base },
      ),
      view: apartView(base, axis),
      lines: apart,
    },
  ];
  return (
    <WidgetFrame
      id={id}
      title={figure.title}
      tryThis={figure.tryThis}
      notice={figure.notice}
      why={figure.why}
      summary={differenceSummary(runs, problem, rate, t)}
      table={differenceTable(figure.title, runs, problem)}
      playing={player.playing}
    >
      <div className="widget-controls">
        <div className="widget-options">
          {figure.comparisons.length > 1 ? (
            <Choice
              legend={say("compare")}
              options={figure.comparisons.map(({ name, label }) => ({ value: name, label }))}
              value={comparison.name}
              onChange={(name) => change(chosen(comparisonOf(figure, name)))}
            />
          ) : null}
          {comparison.problems.length > 1 ? (
            <Choice
              legend={say("gradients")}
              options={comparison.problems.map((name) => ({
                value: name,
                label: problemOf(name).label,
              }))}
              value={problemName}
              onChange={(name) => change({ problem: name })}
            />
          ) : null}
        </div>
      </div>
      {panels.map(({ key, label, view, lines }) => (
        <Panel key={key} label={label} view={view} lines={lines} problem={problem} t={t} />
      ))}
      <Readouts
        of={runs.map((run, i) => ({
          key: run.name,
          label: (
            <>
              <Swatch {...run.look} /> {run.name}
            </>
          ),
          value: readoutOf(run, t, i === 0),
        }))}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-row">
          <LearningRate
            track={rateTrack}
            value={rate}
            onChange={(value) => change({ rate: value })}
          />
        </div>
        <div className="widget-options">
          <Choice
            legend={say("above")}
            options={[
              { value: "steps", label: say("step over η") },
              { value: "distances", label: say("distance from 0") },
            ]}
            value={show}
            onChange={(value) => change({ show: value })}
          />
          <Choice
            legend={say("axis")}
            options={[
              { value: "log", label: say("logarithmic") },
              { value: "linear", label: say("linear") },
            ]}
            value={axis}
            onChange={(value) => change({ axis: value })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}

interface PanelProps {
  readonly label: string;
  readonly view: ReturnType<typeof doneView>;
  readonly lines: ReturnType<typeof doneLines>;
  readonly problem: ReturnType<typeof problemOf>;
  readonly t: number;
}

function Panel({ label, view, lines, problem, t }: PanelProps): ReactNode {
  const { name, scale } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a view is made anew, its name and scale say all of it
  const frame = useCallback(
    (width: number) => {
      const full = lengthsFrame(width, problem, view, lines);
      return { ...full, height: Math.round(full.height * 0.72) };
    },
    [problem, name, scale, lines],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const background = useCallback(
    (size: PlotFrame) => lengthsBackground(size, problem, view),
    [problem, name, scale, view.axis],
  );
  return (
    <PlotFigure
      label={label}
      frame={frame}
      background={background}
      foreground={(size: PlotFrame) => lengthsForeground(lines, t, problem, view, size)}
    />
  );
}
