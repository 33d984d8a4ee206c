import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { Choice } from "./Choice.tsx";
import {
  standingsBackground,
  standingsForeground,
  standingsFrame,
} from "./digits-tournament/figure.ts";
import { StandingsTable } from "./digits-tournament/StandingsTable.tsx";
import { standingsOf } from "./digits-tournament/standings.ts";
import { COUNTS, EPOCHS, tournamentFields } from "./digits-tournament/state.ts";
import { useTournament } from "./digits-tournament/use-tournament.ts";
import { WhoTakesPart } from "./digits-tournament/WhoTakesPart.tsx";
import { searchTable, tournamentSummary } from "./digits-tournament/words.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";
import "./digits-tournament/tournament.css";

/** The same small network on handwritten digits by every method that fits, each at its best rate. */
export default function DigitsTournament(): ReactNode {
  const { state, change, reset } = useUrlState("digits-tournament", tournamentFields);
  const { who, epochs, rates } = state;
  const { entries, own, running, words, start, stop } = useTournament(state);
  const standings = useMemo(() => standingsOf(entries), [entries]);
  const frame = useCallback((width: number) => standingsFrame(width, standings), [standings]);
  const budget = { epochs, rates };
  return (
    <WidgetFrame
      id="digits-tournament"
      title={say("Handwritten digits, one network, every method at its best rate")}
      tryThis={say(
        "choose a few methods and train them here. Then give each a smaller budget, 2 epochs and 6 rates, and a larger one.",
      )}
      notice={say(
        "in the tournament of the book 29 of the 30 methods tell between 87.9 and 92.3 % of the images right: 13 images of 297 lie between the first of them and the last. Their training losses differ by a factor of 42, and their best rates by one of 3125. Rprop stays behind: it takes a change of sign from one batch to the next for an overshoot.",
      )}
      why={say(
        "each method has the same budget: one training for each rate, and four more at the rate with the lowest training loss, with other starts. The images held out decide nothing. Shares and losses are medians of five trainings, which differ by 3 points in the middle case and by 10 in the worst: a gap of one point says nothing. Adafactor’s rate is capped at 1/√k, so 1 and more are one rate for it. Methods that need exact gradients or second derivatives are not here, nor is Shampoo, which takes the eigenvalues of a matrix of 64 rows in every step.",
      )}
      summary={tournamentSummary(standings, budget)}
      table={searchTable(entries, budget)}
      playing={running}
    >
      <PlotFigure
        label={say(
          "For each method the share of held-out images told wrong, on a logarithmic scale: a dot for each of five trainings and a bar at their median, best method first.",
        )}
        frame={frame}
        background={standingsBackground}
        foreground={() => standingsForeground(standings, own)}
      />
      <StandingsTable of={standings} />
      <div className="widget-controls">
        <div className="widget-buttons">
          <button type="button" className="widget-play" onClick={running ? stop : start}>
            {running ? say("Stop") : say("Train here")}
          </button>
          <button type="button" disabled={running} onClick={reset}>
            {say("Reset")}
          </button>
        </div>
        <p className="widget-state" role="status">
          {words}
        </p>
        <fieldset className="widget-options widget-group" disabled={running}>
          <Choice
            legend={say("epochs of a training")}
            options={EPOCHS.map((value) => ({ value, label: value }))}
            value={epochs}
            onChange={(value) => change({ epochs: value })}
          />
          <Choice
            legend={say("learning rates tried")}
            options={COUNTS.map((value) => ({ value, label: value }))}
            value={rates}
            onChange={(value) => change({ rates: value })}
          />
        </fieldset>
        <WhoTakesPart who={who} disabled={running} onChange={(value) => change({ who: value })} />
      </div>
    </WidgetFrame>
  );
}
