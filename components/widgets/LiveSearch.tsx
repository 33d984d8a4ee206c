import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Choice } from "./Choice.tsx";
import {
  coursesBackground,
  coursesForeground,
  coursesFrame,
  scoresBackground,
  scoresForeground,
  scoresFrame,
} from "./live-search/figures.ts";
import {
  epochsOf,
  lengthOf,
  liveSearch,
  type RangeName,
  STRATEGIES,
  type Strategy,
  winnerOf,
} from "./live-search/model.ts";
import { liveFields } from "./live-search/state.ts";
import { liveSummary, liveTable, lossWords } from "./live-search/words.ts";
import { moonsBackground, moonsFrame, regionOf } from "./moons-network/picture.ts";
import { METHODS, type MoonsMethod } from "./moons-network/training.ts";
import { Player } from "./Player.tsx";
import { Readouts } from "./Readouts.tsx";
import { nextSeed } from "./seed.ts";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

const strategyNames: Readonly<Record<Strategy, string>> = {
  grid: "grid",
  random: "random",
  Bayesian: say("Bayesian"),
  halving: "halving",
};

/** K14.2 as a figure: a search for the learning rate whose trials are trained as they are asked for. */
export default function LiveSearch(): ReactNode {
  const { state, change, reset } = useUrlState("live-search", liveFields);
  const { strategy, method, range, seed } = state;
  const search = useMemo(
    () => liveSearch({ strategy, method, range, seed }),
    [strategy, method, range, seed],
  );
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, lengthOf(strategy), seek, 1);
  const { t } = player;
  const trials = useMemo(() => search.upTo(t), [search, t]);
  const winner = useMemo(() => winnerOf(trials, range), [trials, range]);
  const best = winner?.trial;
  const last = trials.at(-1);
  const courses = useCallback((width: number) => coursesFrame(width, strategy), [strategy]);
  return (
    <WidgetFrame
      id="live-search"
      title={say("A search for the learning rate of a network, live")}
      tryThis={say(
        "two more steps: each trial is a training. Then the other searches with the same method, the grid with the other methods, and the range up to 0.01.",
      )}
      notice={say(
        "with momentum the loss is high at the left, falls to a valley of about one power of ten, and rises steeply at the right. With SGD all lies about ten times as far to the right. In the range up to 0.01 the winner is at the edge.",
      )}
      why={say(
        "a rate that is too low leaves the network near its start, one that is too high throws it about. The loss is that on 200 points held out; the picture of the moons has the points it was trained on, and, shaded, what the best network takes for the class of the crosses.",
      )}
      summary={liveSummary(state, trials)}
      table={liveTable(trials)}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "The loss on points held out against the learning rate of each trial, both on logarithmic scales.",
        )}
        frame={scoresFrame}
        background={scoresBackground}
        foreground={() => scoresForeground(trials, best)}
      />
      <div className="widget-panels widget-panels-two">
        <PlotFigure
          label={say("The loss of each training against its epochs, on a logarithmic scale.")}
          widths={[340, 320]}
          frame={courses}
          background={coursesBackground}
          foreground={(frame: PlotFrame) => coursesForeground(trials, best, frame)}
        />
        <PlotFigure
          label={say(
            "The two moons, one of dots and one of crosses; shaded is what the best network so far takes for the crosses’ class.",
          )}
          widths={[340, 320]}
          frame={moonsFrame}
          background={moonsBackground}
          foreground={() => (best === undefined ? [] : [regionOf(best.x)])}
        />
      </div>
      <Readouts
        of={[
          {
            key: "loss",
            label: say("last loss"),
            value: last === undefined ? "–" : lossWords(last.score),
          },
          {
            key: "best",
            label: say("best rate"),
            value: best === undefined ? "–" : significant(best.values.learningRate, 3),
          },
          {
            key: "best-loss",
            label: say("best loss"),
            value: best === undefined ? "–" : lossWords(best.score),
          },
          { key: "epochs", label: say("epochs in all"), value: String(epochsOf(trials)) },
        ]}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} noun="trial" />
        <div className="widget-options">
          <Choice<Strategy>
            legend={say("search")}
            options={STRATEGIES.map((value) => ({ value, label: strategyNames[value] }))}
            value={strategy}
            onChange={(value) => change({ strategy: value, t: 0 })}
          />
          <Choice<MoonsMethod>
            legend={say("method")}
            options={METHODS.map((value) => ({ value, label: value }))}
            value={method}
            onChange={(value) => change({ method: value })}
          />
          <Choice<RangeName>
            legend={say("range")}
            options={[
              { value: "wide", label: say("0.0001 to 10") },
              { value: "low", label: say("up to 0.01") },
            ]}
            value={range}
            onChange={(value) => change({ range: value })}
          />
          <div className="widget-buttons">
            <button type="button" onClick={() => change({ seed: nextSeed(seed) })}>
              {say("Other draws")}
            </button>
          </div>
        </div>
      </div>
    </WidgetFrame>
  );
}
