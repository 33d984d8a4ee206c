import { type ReactNode, useMemo, useRef } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { Choice } from "./Choice.tsx";
import {
  delayBackground,
  delayForeground,
  delayFrame,
  lossBackground,
  lossForeground,
  lossFrame,
  speedBackground,
  speedForeground,
  speedFrame,
} from "./digits-workers/panels.ts";
import { BATCHES, RATES, workersFields } from "./digits-workers/state.ts";
import { useExperiment } from "./digits-workers/use-experiment.ts";
import { workersSummary, workersTable } from "./digits-workers/words.ts";
import { Toggle } from "./Toggle.tsx";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** Parallel SGD for real: Web Workers of the page train a small network, in step and without waiting. */
export default function DigitsWorkers(): ReactNode {
  const { state, change, reset } = useUrlState("digits-workers", workersFields);
  const { eta, b, scaled } = state;
  const box = useRef<HTMLDivElement>(null);
  const { results, doing, ended, start, stop } = useExperiment(state, box);
  const { measured, simulated } = results;
  const summary = useMemo(() => workersSummary(state, results), [state, results]);
  const table = useMemo(() => workersTable(results), [results]);
  const busy = doing !== undefined;
  return (
    <WidgetFrame
      id="digits-workers"
      title={say("Workers of your own machine, training one network")}
      tryThis={say(
        "Measure. Then 4 images a gradient, and 64; then a smaller and a larger η; then the same rate for all.",
      )}
      notice={say(
        "the rings of the synchronous trainings lie on the simulated line, whatever the machine, while the training is stable: the same sums in the same order. The asynchronous dots come near their line and differ from each other. With η = 0.3, eight workers and either mode the training goes astray; with 0.1 it does not. Small batches gain little speed, or lose some.",
      )}
      why={say(
        "every gradient costs two messages of 2410 numbers. With few images a gradient the page spends its time on messages, with many on computing, which is what workers share. Waiting costs time and keeps the gradients fresh; not waiting makes each about as many updates late as there are other workers.",
      )}
      summary={summary}
      table={table}
      playing={busy}
    >
      <div ref={box}>
        <PlotFigure
          label={say(
            "How many times as many images a second several workers train than one, measured on this machine, against the number of workers, beside the ideal straight line.",
          )}
          frame={speedFrame}
          background={speedBackground}
          foreground={() => speedForeground(measured)}
        />
        <PlotFigure
          label={say(
            "How many updates a gradient is late, against the number of workers: simulated, and as measured on this machine.",
          )}
          frame={delayFrame}
          background={delayBackground}
          foreground={() => delayForeground(measured)}
        />
        <PlotFigure
          label={say(
            "Loss at the end of the training against the number of workers, on logarithmic scales: lines are simulated, rings and dots measured.",
          )}
          frame={lossFrame}
          background={lossBackground}
          foreground={() => lossForeground(simulated, measured)}
        />
        <noscript>
          <p>
            {say(
              "Without JavaScript nothing can be measured here. What is drawn and listed is the simulation, which ran when the book was built.",
            )}
          </p>
        </noscript>
        <div className="widget-controls">
          <div className="widget-buttons">
            <button type="button" className="widget-play" onClick={busy ? stop : start}>
              {busy ? say("Stop") : say("Measure")}
            </button>
            <button type="button" disabled={busy} onClick={reset}>
              {say("Reset")}
            </button>
          </div>
          <p className="widget-state" role="status">
            {busy
              ? say("Running: {task}.", { task: doing })
              : (ended ?? say("Press Measure: it loads 119 KB of images and takes some seconds."))}
          </p>
          <fieldset className="widget-options widget-group" disabled={busy}>
            <Choice
              legend={say("learning rate η =")}
              options={RATES.map((value) => ({ value, label: value }))}
              value={eta}
              onChange={(value) => change({ eta: value })}
            />
            <Choice
              legend={say("images a gradient =")}
              options={BATCHES.map((value) => ({ value, label: value }))}
              value={b}
              onChange={(value) => change({ b: value })}
            />
            <Toggle
              label={say("synchronous rate: η times the number of workers")}
              checked={scaled}
              onChange={(checked) => change({ scaled: checked })}
            />
          </fieldset>
        </div>
      </div>
    </WidgetFrame>
  );
}
