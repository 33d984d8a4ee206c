import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import {
  bothForms,
  fallBackground,
  fallFrame,
  travelBackground,
  travelFrame,
} from "./frozen-recursion/figures.ts";
import { frozenModel, STEPS } from "./frozen-recursion/model.ts";
import { decayTrack, frozenFields, PRESETS } from "./frozen-recursion/state.ts";
import { frozenSummary, frozenTable } from "./frozen-recursion/words.ts";
import { Player } from "./Player.tsx";
import { Presets } from "./Presets.tsx";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import { sameSetting } from "./slider-scale.ts";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W14.1, the faulty recursion beside the form that is meant. */
export default function FrozenRecursion(): ReactNode {
  const { state, change, reset } = useUrlState("frozen-recursion", frozenFields);
  const { d } = state;
  const model = useMemo(() => frozenModel(d), [d]);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, STEPS, seek);
  const { t: n } = player;
  const travel = useCallback((width: number) => travelFrame(width, model), [model]);
  const preset = PRESETS.findIndex((one) => sameSetting(d, one.d));
  const share = (values: readonly number[]) => significant(values[n] as number, 3);
  return (
    <WidgetFrame
      id="frozen-recursion"
      title={say("A decay that freezes")}
      tryThis={say("Play; then the other decays.")}
      notice={say(
        "on the logarithmic scale the recursion bends down ever more steeply, where an exponential would be a straight line. Its sum comes to a halt, at 5.33 first rates for d = 0.1 and at e = 2.718 for d = 1.",
      )}
      why={say(
        "each rate is divided by 1 + dn, and the rate before it has been divided by 1 + d(n − 1) already. Divided once, the rate falls like 1/n, and the sum has no end.",
      )}
      summary={frozenSummary(state, model, n)}
      table={frozenTable(model)}
      playing={player.playing}
    >
      <div className="widget-panels widget-panels-two">
        <PlotFigure
          label={say(
            "The rate of both forms against the number of updates, on a logarithmic scale.",
          )}
          widths={[340, 320]}
          frame={fallFrame}
          background={fallBackground}
          foreground={(frame: PlotFrame) => bothForms(model, "rates", n, frame)}
        />
        <PlotFigure
          label={say("The sum of all rates so far, for both forms, against the number of updates.")}
          widths={[340, 320]}
          frame={travel}
          background={travelBackground}
          foreground={(frame: PlotFrame) => bothForms(model, "travel", n, frame)}
        />
      </div>
      <Readouts
        of={[
          { key: "meant", label: say("rate, meant"), value: share(model.meant.rates) },
          { key: "recursion", label: say("rate, recursion"), value: share(model.recursion.rates) },
          { key: "sum", label: say("sum, recursion"), value: share(model.recursion.travel) },
        ]}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} noun="update" />
        <div className="widget-row">
          <Slider
            symbol="d"
            name="decay"
            label={say("decay")}
            track={decayTrack}
            value={d}
            onChange={(value) => change({ d: value })}
          />
          <Presets
            legend={say("try")}
            of={PRESETS}
            chosen={preset < 0 ? undefined : preset}
            onChoose={(one) => change({ d: one.d })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
