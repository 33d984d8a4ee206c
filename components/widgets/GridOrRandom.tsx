import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { fixed } from "#src/plotting/digits.ts";
import { squareBackground, squareForeground, squareFrame } from "./grid-or-random/figure.ts";
import { gridOf, randomOf, record, SEARCHES } from "./grid-or-random/model.ts";
import { searchFields, weightTrack } from "./grid-or-random/state.ts";
import { searchSummary, searchTable } from "./grid-or-random/words.ts";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import { nextSeed } from "./seed.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W14.2, grid and random search with nine trials each. */
export default function GridOrRandom(): ReactNode {
  const { state, change, reset } = useUrlState("grid-or-random", searchFields);
  const { weight, seed } = state;
  const grid = useMemo(() => gridOf(weight), [weight]);
  const random = useMemo(() => randomOf(weight, seed), [weight, seed]);
  const counted = useMemo(() => record(weight), [weight]);
  const background = useCallback(() => squareBackground(weight), [weight]);
  return (
    <WidgetFrame
      id="grid-or-random"
      title={say("Nine trials on a grid, nine at random")}
      tryThis={say("other draws; then let y matter more and more.")}
      notice={say(
        "the strokes below each square are the values of x that were tried: three on the grid, nine at random. With this best place random search comes nearer more than nine times in ten where only x matters, and about six times in ten where both matter alike.",
      )}
      why={say(
        "a grid repeats each value of x once for every value of y. If y does not matter, these repetitions are wasted. Nobody knows beforehand which of the two matters.",
      )}
      summary={searchSummary(state, grid, random, counted)}
      table={searchTable(grid, random)}
    >
      <div className="widget-panels widget-panels-equal">
        <PlotFigure
          label={say(
            "A grid of three times three trials in the unit square, and the three values of x that it tries.",
          )}
          widths={[340, 310]}
          frame={squareFrame}
          background={background}
          foreground={() => squareForeground(grid)}
        />
        <PlotFigure
          label={say(
            "Nine random trials in the unit square, and the nine values of x that they try.",
          )}
          widths={[340, 310]}
          frame={squareFrame}
          background={background}
          foreground={() => squareForeground(random)}
        />
      </div>
      <Readouts
        of={[
          { key: "grid", label: say("the grid misses by"), value: fixed(grid.best.score, 4) },
          { key: "random", label: say("this draw by"), value: fixed(random.best.score, 4) },
          {
            key: "wins",
            label: say("nearer than the grid"),
            value: say("{wins} of {searches}", { wins: counted.wins, searches: SEARCHES }),
          },
        ]}
      />
      <div className="widget-controls">
        <Slider
          symbol="y"
          label={say("how much it matters, against x")}
          track={weightTrack}
          value={weight}
          onChange={(value) => change({ weight: value })}
        />
        <div className="widget-buttons">
          <button type="button" onClick={() => change({ seed: nextSeed(seed, SEARCHES) })}>
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
