import { type ReactNode, useCallback, useMemo } from "react";
import { DragPoint } from "#components/plot/DragPoint.tsx";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import { methodLooks } from "#src/plotting/method-looks.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { courseBackground, courseForeground, courseFrame } from "./newton-saddle/course.ts";
import { lengthOf, saddleRuns } from "./newton-saddle/model.ts";
import { passBackground, passForeground, passFrame } from "./newton-saddle/plane.ts";
import { newtonSaddleFields, PRESETS, X0, y0Track } from "./newton-saddle/state.ts";
import { arrival, newtonSaddleSummary, newtonSaddleTable } from "./newton-saddle/words.ts";
import { Player } from "./Player.tsx";
import { Presets } from "./Presets.tsx";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import { Swatch } from "./Swatch.tsx";
import { sameSetting } from "./slider-scale.ts";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W12.3: Newton's method, its saddle-free form and gradient descent beside a saddle. */
export default function NewtonSaddle(): ReactNode {
  const { state, change, reset } = useUrlState("newton-saddle", newtonSaddleFields);
  const { y0 } = state;
  const runs = useMemo(() => saddleRuns(y0), [y0]);
  const length = lengthOf(runs);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, length, seek);
  const { t } = player;
  const clock = useCallback((width: number) => courseFrame(width, length), [length]);
  const preset = PRESETS.findIndex((one) => sameSetting(one.y0, y0));
  return (
    <WidgetFrame
      id="newton-saddle"
      title={say("Drawn to a saddle")}
      tryThis={say(
        "the starts in turn, and step through each; then find the border with the slider or by dragging the start.",
      )}
      notice={say(
        "beside the axis Newton’s method goes to the saddle, and faster than the others go anywhere. Farther out it goes to a minimum, sometimes after a leap out of the picture. The two others never end at the saddle, unless they start exactly on the axis.",
      )}
      why={say(
        "Newton’s step leads to where the model is level. Where the surface curves down across the axis, that is a ridge of the model. Saddle-free Newton, explained under “Repairs”, divides by |λ| in place of λ: its step in y is as long and leads away.",
      )}
      summary={newtonSaddleSummary(y0, runs, t)}
      table={newtonSaddleTable(runs)}
      playing={player.playing}
    >
      <div className="widget-panels widget-panels-two">
        <PlotFigure
          label={say(
            "Level lines of a pass between two hollows, with the paths of Newton’s method, its saddle-free form and gradient descent.",
          )}
          widths={[340, 320]}
          frame={passFrame}
          background={passBackground}
          foreground={() => passForeground(runs, t)}
          overlay={(frames) => (
            <DragPoint
              frames={frames}
              value={{ x: X0, y: y0 }}
              label={say("Start of the three runs")}
              valueText={`y ${significant(y0)}`}
              step={{ x: 0, y: 0.005 }}
              onMove={({ y }) => {
                const [low, high] = y0Track.domain;
                change({ y0: Number(Math.min(high, Math.max(low, y)).toFixed(3)) });
              }}
            />
          )}
        />
        <PlotFigure
          label={say(
            "The height y of each method against the number of steps: the saddle at 0, the minima at 1 and −1.",
          )}
          widths={[340, 320]}
          frame={clock}
          background={courseBackground}
          foreground={(frame: PlotFrame) => courseForeground(runs, t, frame)}
        />
      </div>
      <Readouts
        of={runs.map((run) => ({
          key: run.name,
          label: (
            <>
              <Swatch {...methodLooks[run.name]} /> {methodWords(run.name)}
            </>
          ),
          value: arrival(run),
        }))}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <Slider
          symbol="y₀"
          name="position-beside-axis"
          label={say("start beside the axis")}
          track={y0Track}
          value={y0}
          onChange={(value) => change({ y0: value })}
        />
        <div className="widget-options">
          <Presets
            legend="y₀ ="
            of={PRESETS}
            chosen={preset < 0 ? undefined : preset}
            onChoose={(chosen) => change({ y0: chosen.y0 })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
