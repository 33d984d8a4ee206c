import { type ReactNode, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { normBackground, normForeground, normFrame } from "./batch-normalization/figure.ts";
import { normRuns } from "./batch-normalization/model.ts";
import { normFields, RATES, SCALES } from "./batch-normalization/state.ts";
import { normSummary, normTable } from "./batch-normalization/words.ts";
import { Choice } from "./Choice.tsx";
import { nextSeed } from "./seed.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** The same deep network trained with and without batch normalization. */
export default function BatchNormalization(): ReactNode {
  const { state, change, reset } = useUrlState("batch-normalization", normFields);
  const { eta, scale, seed } = state;
  const runs = useMemo(() => normRuns({ eta, scale, seed }), [eta, scale, seed]);
  const table = useMemo(() => normTable(runs), [runs]);
  return (
    <WidgetFrame
      id="batch-normalization"
      title={say("Two trainings, one of them with batch normalization")}
      tryThis={say(
        "all sizes of the first weights; then He’s size, 1, with each rate; then other seeds.",
      )}
      notice={say(
        "with normalization all settings end at much the same loss. Without it only He’s size learns well, and at the larger rates it then ends lower than the normalized network.",
      )}
      why={say(
        "without it a signal is multiplied by the size of the weights in every layer, so that after five layers it is gone or huge. Normalization takes that factor out. What it puts in is noise: what a network says of one point now depends on the others of its batch.",
      )}
      summary={normSummary(state, runs)}
      table={table}
    >
      <PlotFigure
        label={say(
          "Loss of the mini-batch against the number of steps, on a logarithmic scale, with and without batch normalization.",
        )}
        frame={normFrame}
        background={normBackground}
        foreground={(frame: PlotFrame) => normForeground(runs, frame)}
      />
      <div className="widget-controls">
        <div className="widget-options">
          <Choice
            legend={say("first weights, in units of He’s =")}
            options={SCALES.map((value) => ({ value, label: value }))}
            value={scale}
            onChange={(value) => change({ scale: value })}
          />
          <Choice
            legend={say("learning rate η =")}
            options={RATES.map((value) => ({ value, label: value }))}
            value={eta}
            onChange={(value) => change({ eta: value })}
          />
        </div>
        <div className="widget-buttons">
          <button type="button" onClick={() => change({ seed: nextSeed(seed) })}>
            {say("Other first weights")}
          </button>
          <button type="button" onClick={reset}>
            {say("Reset")}
          </button>
        </div>
      </div>
    </WidgetFrame>
  );
}
