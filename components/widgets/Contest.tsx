import { type ReactNode, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say, sayParts } from "#src/language/say.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import { Choice } from "./Choice.tsx";
import { contestBackground, contestForeground, contestFrame, looks } from "./contest/figure.ts";
import { contest } from "./contest/model.ts";
import { contestFields, etaTrack, memoryTrack, NOISES } from "./contest/state.ts";
import { contestSummary, contestTable, endOf } from "./contest/words.ts";
import { LearningRate } from "./LearningRate.tsx";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import { Swatch } from "./Swatch.tsx";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W13.3: the methods of the chapter on one function, by evaluations, with noise if wanted. */
export default function Contest(): ReactNode {
  const { state, change, reset } = useUrlState("contest", contestFields);
  const runs = useMemo(() => contest(state), [state]);
  return (
    <WidgetFrame
      id="contest"
      title={say("Seven methods in one valley")}
      tryThis={say(
        "m = 1 and m = 10. The fixed rate up to 0.002. Then noise, from little to much.",
      )}
      notice={say(
        "without noise the five that know or learn curvature arrive within some two hundred evaluations, gradient descent after tens of thousands or not at all. With noise nobody arrives. The five are at a floor after about two hundred evaluations; the fixed rate comes late, and ends far below them.",
      )}
      why={say(
        "curvature says how far to go in each direction, and in this valley the right lengths differ by a factor of more than two thousand. But a step that goes all the way goes to the minimum of a function that is another one at the next step. Many short steps average the noise.",
      )}
      summary={contestSummary(state, runs)}
      table={contestTable(runs)}
    >
      <PlotFigure
        label={say(
          "The value of f against the number of evaluations for seven methods, both on logarithmic scales. Dots mark arrival.",
        )}
        frame={contestFrame}
        background={contestBackground}
        foreground={() => contestForeground(runs)}
      />
      <Readouts
        of={runs.map((run) => ({
          key: run.name,
          label: (
            <>
              <Swatch {...looks[run.name]} /> {methodWords(run.name)}
            </>
          ),
          value: endOf(run),
        }))}
      />
      <div className="widget-controls">
        <div className="widget-options">
          <Choice
            legend={sayParts("noise {sigma} =", { sigma: <i key="sigma">σ</i> })}
            options={NOISES}
            value={state.sigma}
            onChange={(sigma) => change({ sigma })}
          />
        </div>
        <div className="widget-row">
          <LearningRate track={etaTrack} value={state.eta} onChange={(eta) => change({ eta })} />
          <Slider
            symbol="m"
            label={say("pairs of L-BFGS")}
            track={memoryTrack}
            value={state.m}
            onChange={(m) => change({ m: Math.round(m) })}
          />
        </div>
        <div className="widget-buttons">
          <button type="button" onClick={reset}>
            {say("Reset")}
          </button>
        </div>
      </div>
    </WidgetFrame>
  );
}
