import { type ReactNode, useCallback } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import {
  circleBackground,
  circleForeground,
  circleFrame,
  valuesBackground,
  valuesForeground,
  valuesFrame,
} from "./orthogonalize/figures.ts";
import { afterSteps } from "./orthogonalize/model.ts";
import { orthogonalizeFields, STEPS, smallTrack } from "./orthogonalize/state.ts";
import {
  matrixNow,
  matrixText,
  orthogonalizeSummary,
  orthogonalizeTable,
} from "./orthogonalize/words.ts";
import { Player } from "./Player.tsx";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W16.5: how Muon makes a matrix nearly orthogonal by matrix products alone. */
export default function Orthogonalize(): ReactNode {
  const { state, change, reset } = useUrlState("orthogonalize", orthogonalizeFields);
  const { small } = state;
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, STEPS, seek);
  const shown = { small, t: player.t };
  return (
    <WidgetFrame
      id="orthogonalize"
      title={say("A matrix made nearly orthogonal, step by step")}
      tryThis={say(
        "go back to step 0 and step through. Then play on beyond step 5, and make σ smaller.",
      )}
      notice={say(
        "after five steps every singular value from 0.01 to 1 lies between 0.68 and 1.14. Further steps do not bring it to 1: it wanders about in that band. The classical iteration does settle at 1, but after five steps it has brought 0.01 to 0.076 only.",
      )}
      why={say(
        "near 0 a step multiplies σ by 3.44, the classical one by 1.5. A slope as steep at 0 costs the convergence to 1: whatever quintic has it, even one that leaves 1 where it is, does not bring all of 0.01 to 1 there. Muon’s makes 0.70 of 1. For a direction to step in, all singular values of about the same size are enough. U and V stay as they are, so the axes of the ellipse do not turn.",
      )}
      summary={orthogonalizeSummary(shown)}
      table={orthogonalizeTable(shown)}
      playing={player.playing}
    >
      <div className="widget-panels widget-panels-wide-narrow">
        <PlotFigure
          label={say(
            "What the steps so far make of each singular value, for Muon’s iteration and the classical one, with the two singular values of the matrix as dots.",
          )}
          widths={[340, 390]}
          frame={valuesFrame}
          background={valuesBackground}
          foreground={() => valuesForeground(shown)}
        />
        <PlotFigure
          label={say(
            "The unit circle as the matrix sends it: a flat ellipse before, after the steps nearly the dotted unit circle.",
          )}
          widths={[340, 236]}
          frame={circleFrame}
          background={circleBackground}
          foreground={() => circleForeground(shown)}
        />
      </div>
      <Readouts
        of={[
          {
            key: "before",
            label: say("M/‖M‖, row by row"),
            value: matrixText(afterSteps(small, 0)),
          },
          { key: "now", label: say("after {t} steps", { t: player.t }), value: matrixNow(shown) },
        ]}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <Slider
          symbol="σ"
          label={say("smaller singular value of M, the larger being 1")}
          track={smallTrack}
          value={small}
          onChange={(value) => change({ small: value })}
        />
      </div>
    </WidgetFrame>
  );
}
