import { type ReactNode, useCallback, useMemo } from "react";
import { DragPoint } from "#components/plot/DragPoint.tsx";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { pair } from "#src/plotting/digits.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Choice } from "./Choice.tsx";
import { LearningRate } from "./LearningRate.tsx";
import { courseBackground, courseForeground, courseFrame } from "./minibatch-lab/course.ts";
import { lineBackground, lineForeground, lineFrame } from "./minibatch-lab/line.ts";
import { type LabRun, labModel } from "./minibatch-lab/model.ts";
import { planeBackground, planeForeground, planeFrame } from "./minibatch-lab/plane.ts";
import {
  BATCHES,
  type Clock,
  etaTrack,
  labFields,
  type ScheduleName,
  schedules,
  withBatch,
} from "./minibatch-lab/state.ts";
import { excessText, labSummary, labTable } from "./minibatch-lab/words.ts";
import { Player } from "./Player.tsx";
import { nextSeed } from "./seed.ts";
import { Toggle } from "./Toggle.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W02.1: a line fitted by batches of four sizes, by epochs and by updates. */
export default function MinibatchLab(): ReactNode {
  const { state, change, reset } = useUrlState("minibatch-lab", labFields);
  const { b, eta, replacement, schedule, clock, exact, seed, w, c } = state;
  const model = useMemo(
    () => labModel({ eta, replacement, schedule, exact, seed, w, c }),
    [eta, replacement, schedule, exact, seed, w, c],
  );
  const chosen = model.runs[BATCHES.indexOf(b)] as LabRun;
  const table = useMemo(() => labTable(model), [model]);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, chosen.points.length - 1, seek);
  const { t } = player;
  const { data } = model;
  const plane = useCallback(() => planeBackground(data), [data]);
  const cloud = useCallback(() => lineBackground(data), [data]);
  const frame = useCallback((width: number) => courseFrame(width, clock), [clock]);
  const axes = useCallback(() => courseBackground(clock), [clock]);
  const now = chosen.points[t] ?? { x: w, y: c };
  return (
    <WidgetFrame
      id="minibatch-lab"
      title={say("A line, fitted by a few points at a time")}
      tryThis={say(
        "the four batch sizes, by epochs and by updates; then a rate that shrinks, with b = 1; then a larger η until some of them diverge.",
      )}
      notice={say(
        "by epochs the small batches are ahead at first, and then stop gaining and shake. By updates the curves begin nearly alike: for a start a rough gradient does as well as an exact one.",
      )}
      why={say(
        "a small batch makes many updates for the same work. At a small rate its errors matter little while the way is long; near the minimum they are all that is left.",
      )}
      summary={labSummary(state, model, chosen, t)}
      table={table}
      playing={player.playing}
    >
      <div className="widget-panels widget-panels-two">
        <PlotFigure
          label={say(
            "Level lines of the loss over slope and intercept, with the path of the run by batches of {size} from {point}.",
            { size: b, point: pair(w, c) },
          )}
          widths={[340, 320]}
          frame={planeFrame}
          background={plane}
          foreground={() => planeForeground(chosen, t)}
          overlay={(frames) => (
            <DragPoint
              frames={frames}
              value={{ x: w, y: c }}
              label={say("Start of the run")}
              valueText={say("w and c {point}", { point: pair(w, c) })}
              step={{ x: 0.1, y: 0.1 }}
              onMove={({ x, y }) => change({ w: Number(x.toFixed(2)), c: Number(y.toFixed(2)) })}
            />
          )}
        />
        <PlotFigure
          label={say(
            "Two hundred points, the best line through them, and the line after {t} updates.",
            { t },
          )}
          widths={[340, 320]}
          frame={lineFrame}
          background={cloud}
          foreground={() => lineForeground(now)}
        />
      </div>
      <PlotFigure
        label={say(
          "How far the loss is above its minimum against {axis}, on a logarithmic scale, for batches of 1, 8, 40 and 200; for {size} it is now {excess}.",
          { axis: clock, size: b, excess: excessText(chosen.excess[t]) },
        )}
        frame={frame}
        background={axes}
        foreground={(size: PlotFrame) => courseForeground(model, chosen, t, clock, size)}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-options">
          <Choice
            legend={say("batch size b =")}
            options={BATCHES.map((value) => ({ value, label: value }))}
            value={b}
            onChange={(value) => change((old) => withBatch(old, value))}
          />
          <Choice<Clock>
            legend={say("by")}
            options={[
              { value: "epochs", label: say("epochs") },
              { value: "updates", label: say("updates") },
            ]}
            value={clock}
            onChange={(value) => change({ clock: value })}
          />
          <div className="widget-buttons">
            <button type="button" onClick={() => change({ seed: nextSeed(seed) })}>
              {say("Shuffle anew")}
            </button>
          </div>
        </div>
        <LearningRate track={etaTrack} value={eta} onChange={(value) => change({ eta: value })} />
        <div className="widget-options">
          <Choice<ScheduleName>
            legend={say("rate after n updates")}
            options={schedules}
            value={schedule}
            onChange={(value) => change({ schedule: value })}
          />
        </div>
        <div className="widget-options">
          <Choice
            legend={say("draw")}
            options={[
              { value: "without", label: say("without replacement") },
              { value: "with", label: say("with replacement") },
            ]}
            value={replacement ? "with" : "without"}
            onChange={(value) => change({ replacement: value === "with" })}
          />
          <Toggle
            label={say("all points on the line")}
            checked={exact}
            onChange={(checked) => change({ exact: checked })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
