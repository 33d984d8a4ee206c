import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Player } from "./Player.tsx";
import { Presets } from "./Presets.tsx";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import { sameSetting } from "./slider-scale.ts";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";
import {
  courseBackground,
  courseFrame,
  curves,
  regretBackground,
  regretFrame,
} from "./wrong-end/figures.ts";
import { gradientAt, wrongEndRuns } from "./wrong-end/model.ts";
import {
  beta1Track,
  beta2Track,
  largeTrack,
  PRESETS,
  SHOWN,
  wrongEndFields,
} from "./wrong-end/state.ts";
import { wrongEndSummary, wrongEndTable } from "./wrong-end/words.ts";

/** W11.1: one large gradient against two small ones, and Adam goes to the wrong end. */
export default function WrongEnd(): ReactNode {
  const { state, change, reset } = useUrlState("wrong-end", wrongEndFields);
  const { C, beta1, beta2 } = state;
  const runs = useMemo(() => wrongEndRuns({ C, beta1, beta2 }), [C, beta1, beta2]);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, SHOWN, seek);
  const { t } = player;
  const preset = PRESETS.findIndex((one) => sameSetting(beta2, one.beta2));
  const root = (i: number) => (t === 0 ? "–" : fixed(Math.sqrt(runs[i]?.divided[t] ?? 0), 3));
  return (
    <WidgetFrame
      id="wrong-end"
      title={say("One large gradient against two small ones")}
      tryThis={say(
        "single steps from t = 0; then the memories β₂ below the picture, and C = 2.1 with β₂ = 0.49.",
      )}
      notice={say(
        "with a short memory Adam climbs to the right end and its regret per step climbs to about two thirds and stays there. With β₂ = 0.45 it goes right too, but too slowly for the picture. From 0.49 on it goes left; AMSGrad does with every β₂. With C = 2.1 the border lies higher.",
      )}
      why={say(
        "Adam’s root is large only while the large gradient is being divided by it. When the small ones come, the root has fallen. AMSGrad’s root stays, so it is the same for all three.",
      )}
      summary={wrongEndSummary(state, runs, t)}
      table={wrongEndTable(runs)}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "Position of Adam and of AMSGrad between −1, the best place, and 1, against the number of steps.",
        )}
        frame={courseFrame}
        background={courseBackground}
        foreground={(frame: PlotFrame) => curves(runs, "xs", t, frame)}
      />
      <PlotFigure
        label={say(
          "Regret per step of Adam and of AMSGrad against the number of steps, on a logarithmic scale.",
        )}
        frame={regretFrame}
        background={regretBackground}
        foreground={(frame: PlotFrame) => curves(runs, "regrets", t, frame)}
      />
      <Readouts
        of={[
          {
            key: "gradient",
            label: say("gradient"),
            value: t === 0 ? "–" : significant(gradientAt(t, C)),
          },
          { key: "adam", label: say("Adam divides by"), value: root(0) },
          { key: "amsgrad", label: say("AMSGrad divides by"), value: root(1) },
        ]}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-row">
          <Slider
            symbol="C"
            name="large-gradient"
            label={say("large gradient")}
            track={largeTrack}
            value={C}
            onChange={(value) => change({ C: value })}
          />
          <Slider
            symbol="β₁"
            name="first-retention"
            label={say("memory of gradients")}
            track={beta1Track}
            value={beta1}
            onChange={(value) => change({ beta1: value })}
          />
          <Slider
            symbol="β₂"
            name="second-retention"
            label={say("memory of squares")}
            track={beta2Track}
            value={beta2}
            onChange={(value) => change({ beta2: value })}
          />
        </div>
        <div className="widget-options">
          <Presets
            legend="β₂ ="
            of={PRESETS}
            chosen={preset < 0 ? undefined : preset}
            onChoose={(one) => change({ beta2: one.beta2 })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
