import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say, sayParts } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Choice } from "./Choice.tsx";
import { lineBackground, lineForeground, lineFrame } from "./line-search-bench/figure.ts";
import { bench } from "./line-search-bench/model.ts";
import {
  benchFields,
  c1Track,
  c2Track,
  firstTrack,
  SEARCHES,
  startTrack,
} from "./line-search-bench/state.ts";
import { benchSummary, benchTable, landing, verdict } from "./line-search-bench/words.ts";
import { Player } from "./Player.tsx";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W13.1: a line search at work, trial by trial. */
export default function LineSearchBench(): ReactNode {
  const { state, change, reset } = useUrlState("line-search-bench", benchFields);
  const { search, start, c1, c2, first } = state;
  const result = useMemo(
    () => bench({ search, start, c1, c2, first }),
    [search, start, c1, c2, first],
  );
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, result.trials.length, seek);
  const { t } = player;
  const { reach } = result;
  const frame = useCallback((width: number) => lineFrame(width, reach), [reach]);
  const background = useCallback(() => lineBackground(result), [result]);
  const trial = result.trials[t - 1];
  return (
    <WidgetFrame
      id="line-search-bench"
      title={say("The function along a direction, and the trials of a search")}
      tryThis={say(
        "single steps from 0. Then strong Wolfe with c₂ = 0.1, then golden section. Move the start.",
      )}
      notice={say(
        "backtracking stops at the first trial below the dashed line, in the other valley. Strong Wolfe stops on the hill between the valleys, where the curve is flat. Golden section, which was given the whole picture, comes to the bottom of one valley.",
      )}
      why={say(
        "the conditions compare a trial with the start, and with nothing else. They ask for a decrease in proportion to the step and for a slope that has flattened; many places in both valleys, and the top of a low hill, have both.",
      )}
      summary={benchSummary(state, result, t)}
      table={benchTable(state, result)}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "The function along the direction against the step length, with the dashed line of Armijo, the step lengths that are low enough and flat enough as bars, and the trials by number.",
        )}
        frame={frame}
        background={background}
        foreground={(size: PlotFrame) => lineForeground(result, c1, t, size)}
      />
      <Readouts
        of={[
          {
            key: "alpha",
            label: <>{sayParts("trial {alpha}", { alpha: <i key="alpha">α</i> })}</>,
            value: trial === undefined ? "–" : significant(trial.alpha),
          },
          {
            key: "x",
            label: say("leads to x"),
            value: significant(landing(result, trial?.alpha ?? 0)),
          },
          { key: "f", label: say("f there"), value: significant(trial?.f ?? result.f0) },
          {
            key: "verdict",
            label: say("verdict"),
            value: trial === undefined ? "–" : verdict(result, state, trial),
          },
        ]}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-options">
          <Choice
            legend={say("search")}
            options={SEARCHES}
            value={search}
            onChange={(value) => change({ search: value })}
          />
        </div>
        <div className="widget-row">
          <Slider
            symbol="x"
            label={say("start")}
            track={startTrack}
            value={start}
            onChange={(value) => change({ start: value })}
          />
          <Slider
            symbol="α"
            name="step-length"
            label={say("first trial")}
            track={firstTrack}
            value={first}
            onChange={(value) => change({ first: value })}
          />
          <Slider
            symbol="c₁"
            name="wolfe-constants"
            label={say("share of the promise")}
            track={c1Track}
            value={c1}
            onChange={(value) => change({ c1: value })}
          />
          <Slider
            symbol="c₂"
            name="wolfe-constants"
            label={say("how flat")}
            track={c2Track}
            value={c2}
            onChange={(value) => change({ c2: value })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
