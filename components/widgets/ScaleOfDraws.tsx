import { type ReactNode, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { Slider } from "./Slider.tsx";
import { drawsBackground, drawsForeground, drawsFrame } from "./scale-of-draws/figure.ts";
import { drawsOf } from "./scale-of-draws/model.ts";
import { countTrack, drawsFields } from "./scale-of-draws/state.ts";
import { drawsSummary, drawsTable } from "./scale-of-draws/words.ts";
import { nextSeed } from "./seed.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W14.2, the scale: learning rates drawn evenly and by exponent. */
export default function ScaleOfDraws(): ReactNode {
  const { state, change, reset } = useUrlState("scale-of-draws", drawsFields);
  const { count, seed } = state;
  const draws = useMemo(() => drawsOf(seed, count), [seed, count]);
  return (
    <WidgetFrame
      id="scale-of-draws"
      title={say("Learning rates, drawn in two ways")}
      tryThis={say("other draws, and fewer of them.")}
      notice={say(
        "drawn evenly, nearly all of them are in the highest decade, and often none or one in the lowest. By exponent each decade gets about a quarter.",
      )}
      why={say(
        "both rows use the same random numbers u. Above it is 0.0001 + 0.9999 u, and the length of a decade grows tenfold with each; below it is 10 to the power −4 + 4u, and each has the same length.",
      )}
      summary={drawsSummary(draws)}
      table={drawsTable(draws)}
    >
      <PlotFigure
        label={say(
          "Two rows of learning rates on a logarithmic axis from 0.0001 to 1, with how many fall in each decade.",
        )}
        frame={drawsFrame}
        background={drawsBackground}
        foreground={() => drawsForeground(draws)}
      />
      <div className="widget-controls">
        <Slider
          symbol="N"
          label={say("draws on each scale")}
          track={countTrack}
          value={count}
          onChange={(value) => change({ count: value })}
        />
        <div className="widget-buttons">
          <button type="button" onClick={() => change({ seed: nextSeed(seed) })}>
            {say("Other draws")}
          </button>
          <button type="button" onClick={reset}>
            {say("Reset")}
          </button>
        </div>
      </div>
    </WidgetFrame>
  );
}
