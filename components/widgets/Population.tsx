import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Player } from "./Player.tsx";
import {
  lossesBackground,
  lossesForeground,
  lossesFrame,
  ratesBackground,
  ratesForeground,
  ratesFrame,
} from "./population/figures.ts";
import { bestLine, EPOCHS, MEMBERS, population, ROUNDS } from "./population/model.ts";
import { populationFields } from "./population/state.ts";
import { populationSummary, populationTable } from "./population/words.ts";
import { Readouts } from "./Readouts.tsx";
import { nextSeed } from "./seed.ts";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W14.3 on a real training: ten networks, and the schedule of learning rates that comes out. */
export default function Population(): ReactNode {
  const { state, change, reset } = useUrlState("population", populationFields);
  const { seed } = state;
  const trials = useMemo(() => population(seed), [seed]);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, ROUNDS, seek, 1);
  const { t: round } = player;
  const best = bestLine(trials, round).at(-1);
  return (
    <WidgetFrame
      id="population"
      title={say("Ten networks that learn from each other")}
      tryThis={say(
        "Play, and watch where lines fork: there a network was given up, and copied a better one. Then other chances.",
      )}
      notice={say(
        "low rates die out within a few rounds. The line behind the best is a schedule; it differs from chance to chance, and so does the loss it ends at.",
      )}
      why={say(
        "who is ahead after a round is kept. That favours rates that pay at once, and later those that happen to settle. All networks have the same start and the same batches, so that they differ by their rates only.",
      )}
      summary={populationSummary(trials, round)}
      table={populationTable(trials)}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "The learning rates of ten networks against the round, on a logarithmic scale, and the line behind the best network.",
        )}
        frame={ratesFrame}
        background={ratesBackground}
        foreground={(frame: PlotFrame) => ratesForeground(trials, round, frame)}
      />
      <PlotFigure
        label={say(
          "The losses of ten networks on points held out against the round, on a logarithmic scale, and the line behind the best network.",
        )}
        frame={lossesFrame}
        background={lossesBackground}
        foreground={(frame: PlotFrame) => lossesForeground(trials, round, frame)}
      />
      <Readouts
        of={[
          { key: "loss", label: say("best loss"), value: significant(best?.score ?? 0, 3) },
          {
            key: "rate",
            label: say("its rate now"),
            value: significant(best?.values.learningRate ?? 0, 3),
          },
          { key: "epochs", label: say("epochs in all"), value: String(MEMBERS * EPOCHS * round) },
        ]}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} noun="round" />
        <div className="widget-buttons">
          <button type="button" onClick={() => change({ seed: nextSeed(seed) })}>
            {say("Other chances")}
          </button>
        </div>
      </div>
    </WidgetFrame>
  );
}
