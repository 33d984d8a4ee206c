import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say, sayParts } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Choice } from "./Choice.tsx";
import {
  lengthBackground,
  lengthForeground,
  lengthFrame,
  longestStep,
  pathBackground,
  pathForeground,
  pathFrame,
} from "./convention-converter/figures.ts";
import { converterRuns } from "./convention-converter/model.ts";
import {
  betaTrack,
  CONVENTIONS,
  CUT_AFTER,
  converterFields,
  etaTrack,
  STEPS,
} from "./convention-converter/state.ts";
import { converterSummary, converterTable, place } from "./convention-converter/words.ts";
import { Player } from "./Player.tsx";
import { RateSliders } from "./RateSliders.tsx";
import { Readouts } from "./Readouts.tsx";
import { Toggle } from "./Toggle.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W06.3: one momentum in three spellings, the rates that make them equal, and when that fails. */
export default function ConventionConverter(): ReactNode {
  const { state, change, reset } = useUrlState("convention-converter", converterFields);
  const { from, eta, beta, rates, cut } = state;
  const runs = useMemo(
    () => converterRuns({ from, eta, beta, rates, cut }),
    [from, eta, beta, rates, cut],
  );
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, STEPS, seek);
  const { t } = player;
  const longest = longestStep(runs);
  const lengths = useCallback((width: number) => lengthFrame(width, longest), [longest]);
  return (
    <WidgetFrame
      id="convention-converter"
      title={say("One method, three spellings")}
      tryThis={say(
        "copy the number instead of converting it; then convert again and cut the rate after step 20.",
      )}
      notice={say(
        "converted, the three paths are one; copied, C takes steps ten times too short. After a cut, A coasts on while B and C brake at once.",
      )}
      why={say(
        "the rate multiplies the velocity in B and C, but in A it is already inside it: old steps keep their old rate.",
      )}
      summary={converterSummary(state, runs, t)}
      table={converterTable(runs)}
      playing={player.playing}
    >
      <div className="widget-controls">
        <div className="widget-options">
          <Choice
            legend={say("my rate is for")}
            options={CONVENTIONS.map((value) => ({
              value,
              label: { A: say("A classical"), B: say("B PyTorch"), C: say("C average") }[value],
            }))}
            value={from}
            onChange={(value) => change({ from: value })}
          />
          <Choice
            legend={say("for the others it is")}
            options={[
              { value: "converted", label: say("converted") },
              { value: "copied", label: say("copied") },
            ]}
            value={rates}
            onChange={(value) => change({ rates: value })}
          />
        </div>
        <RateSliders
          rate={{
            symbol: "η",
            label: say("learning rate in {convention}", { convention: from }),
            track: etaTrack,
            value: eta,
            onChange: (value) => change({ eta: value }),
          }}
          beta={{ track: betaTrack, value: beta, onChange: (value) => change({ beta: value }) }}
        />
      </div>
      <Readouts
        of={runs.map((run) => ({
          key: run.convention,
          label: (
            <>
              <b className={`widget-convention-${run.convention}`}>{run.convention}</b> η ={" "}
              {significant(run.eta)}
            </>
          ),
          value: place(run, t, 5),
        }))}
      />
      <PlotFigure
        label={say(
          "Paths of the three conventions on the bowl with curvatures 1 and 50, up to step {t}.",
          { t },
        )}
        frame={pathFrame}
        background={pathBackground}
        foreground={() => pathForeground(runs, t)}
      />
      <PlotFigure
        label={say("Length of every step for the three conventions.")}
        frame={lengths}
        background={lengthBackground}
        foreground={(frame: PlotFrame) => lengthForeground(runs, t, cut, frame)}
      />
      <div className="widget-controls">
        <Toggle
          label={sayParts("divide {eta} by ten after step {step}", {
            eta: <i key="eta">η</i>,
            step: CUT_AFTER,
          })}
          checked={cut}
          onChange={(checked) => change({ cut: checked })}
        />
        <Player player={player} onReset={reset} />
      </div>
    </WidgetFrame>
  );
}
