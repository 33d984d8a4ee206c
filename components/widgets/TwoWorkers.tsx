import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say, sayCount } from "#src/language/say.ts";
import { fixed } from "#src/plotting/digits.ts";
import { Choice } from "./Choice.tsx";
import { Player } from "./Player.tsx";
import { Readouts } from "./Readouts.tsx";
import { nextSeed } from "./seed.ts";
import {
  qualityBackground,
  qualityForeground,
  qualityFrame,
  settingsBackground,
  settingsForeground,
  settingsFrame,
  workersBackground,
  workersForeground,
  workersFrame,
} from "./two-workers/figures.ts";
import { afterRound, lineTo, type Mode, ROUNDS, twoWorkers } from "./two-workers/model.ts";
import { workersFields } from "./two-workers/state.ts";
import { copies, workersSummary, workersTable } from "./two-workers/words.ts";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W14.3: population-based training with two workers, each of which sees half of the problem. */
export default function TwoWorkers(): ReactNode {
  const { state, change, reset } = useUrlState("two-workers", workersFields);
  const { mode, seed } = state;
  const trials = useMemo(() => twoWorkers(mode, seed), [mode, seed]);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, ROUNDS, seek, 1);
  const { t: round } = player;
  const line = useMemo(() => lineTo(trials, round), [trials, round]);
  const now = afterRound(trials, round);
  return (
    <WidgetFrame
      id="two-workers"
      title={say("Two workers, each of which sees half")}
      tryThis={say("the four modes, and Play in each; then other chances.")}
      notice={say(
        "alone each worker slides in parallel to one axis and stops. With exploit the paths become stairs: one worker’s move is continued by the other. With explore as well, h wanders.",
      )}
      why={say(
        "the worse one goes on from the better one’s weights with its own h, so that each round adds a piece that the other could not. The last picture has the h with which the better worker’s weights were trained, round by round.",
      )}
      summary={workersSummary(state, trials, round)}
      table={workersTable(trials)}
      playing={player.playing}
    >
      <div className="widget-panels widget-panels-two">
        <PlotFigure
          label={say(
            "Level lines of the quality over the two weights, highest at the origin, and the paths of both workers from the upper right.",
          )}
          widths={[340, 320]}
          frame={workersFrame}
          background={workersBackground}
          foreground={() => workersForeground(trials, round)}
        />
        <div>
          <PlotFigure
            label={say("The quality of both workers after each round; 1.2 is the highest.")}
            widths={[340, 320]}
            frame={qualityFrame}
            background={qualityBackground}
            foreground={() => qualityForeground(trials, round)}
          />
          <PlotFigure
            label={say(
              "The hyper-parameters with which the better worker’s weights were trained, against the round.",
            )}
            widths={[340, 320]}
            frame={settingsFrame}
            background={settingsBackground}
            foreground={() => settingsForeground(line)}
          />
        </div>
      </div>
      <Readouts
        of={[
          ...now.map(({ member, score }) => ({
            key: String(member),
            label: say("Q of worker {worker}", { worker: member + 1 }),
            value: fixed(-score, 4),
          })),
          {
            key: "copies",
            label: say("weights copied"),
            value: sayCount({ one: "once", other: "{count} times" }, copies(trials, round)),
          },
        ]}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} noun="round" />
        <div className="widget-options">
          <Choice<Mode>
            legend={say("between rounds")}
            options={[
              { value: "neither", label: say("neither") },
              { value: "explore", label: say("explore: change h") },
              { value: "exploit", label: say("exploit: copy weights") },
              { value: "both", label: say("both") },
            ]}
            value={mode}
            onChange={(value) => change({ mode: value })}
          />
          <div className="widget-buttons">
            <button type="button" onClick={() => change({ seed: nextSeed(seed) })}>
              {say("Other chances")}
            </button>
          </div>
        </div>
      </div>
    </WidgetFrame>
  );
}
