import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { yearBackground, yearForeground, yearFrame } from "./noisy-year/figure.ts";
import { SETTLED, yearModel } from "./noisy-year/model.ts";
import { betaTrack, DAYS, yearFields } from "./noisy-year/state.ts";
import { degrees, yearSummary, yearTable } from "./noisy-year/words.ts";
import { Player } from "./Player.tsx";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import { Toggle } from "./Toggle.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W05.1: a noisy year and its exponentially weighted average, with and without bias correction. */
export default function NoisyYear(): ReactNode {
  const { state, change, reset } = useUrlState("noisy-year", yearFields);
  const { beta, corrected } = state;
  const model = useMemo(() => yearModel(beta), [beta]);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, DAYS, seek);
  const shown = { ...state, t: player.t };
  const day = model.days[player.t];
  return (
    <WidgetFrame
      id="noisy-year"
      title={say("A year of temperatures and its average")}
      tryThis={say(
        "lower β slowly to 0.8, then to 0.5; play the days and watch the weights slide along below the curves.",
      )}
      notice={say(
        "the correction cures the cold start and nothing else: with a large β both curves come weeks late, with a small one they shake. The RMS error, the root of the mean squared error, counts both.",
      )}
      why={say(
        "the weights begin at the first day, so at first they add up to less than 1; and they always look back, in the long run β/(1 − β) days on average.",
      )}
      summary={yearSummary(shown, model)}
      table={yearTable(model)}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "Daily temperatures over a year, their true mean and the average with β = {beta}{correction}.",
          {
            beta: significant(beta),
            correction: corrected ? say(", with and without correction") : say(", not corrected"),
          },
        )}
        frame={yearFrame}
        background={yearBackground}
        foreground={(frame: PlotFrame) => yearForeground(model, shown, frame)}
      />
      <Readouts
        of={[
          {
            key: "season",
            label: say("true mean, day {t}", { t: player.t }),
            value: degrees(day?.season),
          },
          { key: "average", label: say("not corrected"), value: degrees(day?.average) },
          { key: "corrected", label: say("corrected"), value: degrees(day?.corrected) },
          {
            key: "error",
            label: say("RMS error after day {day}", { day: SETTLED }),
            value: fixed(corrected ? model.correctedError : model.error, 2),
          },
        ]}
      />
      <div className="widget-controls">
        <div className="widget-row">
          <Slider
            symbol="β"
            name="kept-in-average"
            label={say("retention")}
            track={betaTrack}
            value={beta}
            onChange={(value) => change({ beta: value })}
          />
          <Toggle
            label={say("show the corrected average")}
            checked={corrected}
            onChange={(checked) => change({ corrected: checked })}
          />
        </div>
        <Player player={player} onReset={reset} />
      </div>
    </WidgetFrame>
  );
}
