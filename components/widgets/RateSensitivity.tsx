import type { ReactNode } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import {
  sensitivityBackground,
  sensitivityForeground,
  sensitivityFrame,
} from "./rate-sensitivity/figure.ts";
import { LossTable } from "./rate-sensitivity/LossTable.tsx";
import { METHODS, type MethodName } from "./rate-sensitivity/methods.ts";
import { limitTrack, sensitivityFields } from "./rate-sensitivity/state.ts";
import { useRows } from "./rate-sensitivity/use-rows.ts";
import { sensitivitySummary, sensitivityTable } from "./rate-sensitivity/words.ts";
import { Select } from "./Select.tsx";
import { Slider } from "./Slider.tsx";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";
import "./rate-sensitivity/sensitivity.css";

const options = METHODS.map((value) => ({ value, label: value }));

/** W16.3: the loss of a small network after training, by method and learning rate. */
export default function RateSensitivity(): ReactNode {
  const { state, change, reset } = useUrlState("rate-sensitivity", sensitivityFields);
  const { one, other, limit } = state;
  const { rows, running, words, start, stop } = useRows();
  return (
    <WidgetFrame
      id="rate-sensitivity"
      title={say("Twelve methods, eleven learning rates, one network")}
      tryThis={say(
        "ask for less and for more: move the line of what is good enough to 0.3, and to 0.01. Then compare SGD with momentum, and RMSprop with Lion.",
      )}
      notice={say(
        "with a rate of its own, every method comes below 0.06. At the same rate for all, from 0.01 on, some are far ahead: 0.01 suits Lion, 1 suits momentum. The line of SGD is that of momentum a power of ten further right, as long as the rates are small. At 0.001 every method has a loss above 0.25. SGD, Adadelta and schedule-free SGD are best at 10, the largest rate tried: a better one may lie beyond.",
      )}
      why={say(
        "a rate means another thing in each method. Momentum with β = 0.9 adds up ten gradients, Adam moves each weight by at most about η whatever its gradient, Lion by exactly η. What a method costs in tuning is the width of its good range; which rate lies in it says nothing of its quality. Each loss is the median of nine trainings of 600 steps.",
      )}
      summary={sensitivitySummary(rows, state)}
      table={sensitivityTable(rows, limit)}
      playing={running}
    >
      <PlotFigure
        label={say(
          "Training loss at the end against the learning rate, both as powers of ten, for twelve methods; two of them are drawn in full, with the range of rates that are good enough.",
        )}
        frame={sensitivityFrame}
        background={sensitivityBackground}
        foreground={() => sensitivityForeground(rows, state)}
      />
      <LossTable rows={rows} limit={limit} />
      <div className="widget-controls">
        <div className="widget-options">
          <Select<MethodName>
            label={say("compare")}
            options={options}
            value={one}
            onChange={(value) => change({ one: value })}
          />
          <Select<MethodName>
            label={say("with")}
            options={options}
            value={other}
            onChange={(value) => change({ other: value })}
          />
        </div>
        <Slider
          symbol="f"
          label={say("loss that is good enough")}
          track={limitTrack}
          value={limit}
          onChange={(value) => change({ limit: value })}
        />
        <div className="widget-buttons">
          <button type="button" className="widget-play" onClick={running ? stop : start}>
            {running ? say("Stop") : say("Compute here")}
          </button>
          <button type="button" disabled={running} onClick={reset}>
            {say("Reset")}
          </button>
        </div>
        <p className="widget-state" role="status">
          {words}
        </p>
      </div>
    </WidgetFrame>
  );
}
