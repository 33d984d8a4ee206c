import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say, sayParts } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Choice } from "./Choice.tsx";
import { Player } from "./Player.tsx";
import { Presets } from "./Presets.tsx";
import { Readouts } from "./Readouts.tsx";
import { courseBackground, courseForeground, courseFrame } from "./rare-feature/course.ts";
import { runnerLooks } from "./rare-feature/looks.ts";
import { examplesOf, rareExamples, rareRun, type Sweep, sweeps } from "./rare-feature/model.ts";
import {
  EXAMPLES,
  etaTrack,
  RIVALS,
  type Rival,
  type Runner,
  rareFields,
  sgdTrack,
} from "./rare-feature/state.ts";
import { sweepBackground, sweepForeground, sweepFrame } from "./rare-feature/sweep.ts";
import { errorsInWords, rareSummary, rareTable } from "./rare-feature/words.ts";
import { Slider } from "./Slider.tsx";
import { Swatch } from "./Swatch.tsx";
import { nextSeed } from "./seed.ts";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W08.1: two weights, one of them for a feature that is there in two examples of a hundred. */
export default function RareFeature(): ReactNode {
  const { state, change, reset } = useUrlState("rare-feature", rareFields);
  const { rival, sgd, eta, seed } = state;
  const examples = useMemo(() => examplesOf(seed), [seed]);
  const rare = useMemo(() => rareExamples(examples), [examples]);
  const plain = useMemo(() => rareRun(examples, "SGD", sgd), [examples, sgd]);
  const other = useMemo(() => rareRun(examples, rival, eta), [examples, rival, eta]);
  const runs = [plain, other];
  const all = sweeps();
  const bestOf = (runner: Runner) => (all.find((one) => one.runner === runner) as Sweep).best.eta;
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, EXAMPLES, seek);
  const { t } = player;
  const background = useCallback((frame: PlotFrame) => courseBackground(rare, frame), [rare]);
  const presets = [
    { label: say("0.02 against 0.5"), rival: "AdaGrad" as Rival, sgd: 0.02, eta: 0.5 },
    { label: say("each at its best"), rival, sgd: bestOf("SGD"), eta: bestOf(rival) },
  ];
  const chosen = presets.findIndex(
    (one) => one.rival === rival && one.sgd === sgd && one.eta === eta,
  );
  return (
    <WidgetFrame
      id="rare-feature"
      title={say("A feature that is rarely there")}
      tryThis={say("both at their best; then other examples, and the other two rivals.")}
      notice={say(
        "the frequent weight is right within a few dozen examples. The rare one moves only where there is a tick below, and SGD moves it too little each time.",
      )}
      why={say(
        "one rate for both has to be small enough for the frequent feature. AdaGrad has one for each, and shrinks it only when that weight is moved.",
      )}
      summary={rareSummary(runs, all, rare, t)}
      table={rareTable(runs, all)}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "Two weights against the number of examples, for SGD and {method}, with the true weights dotted and the examples with the rare feature ticked.",
          { method: rival },
        )}
        frame={courseFrame}
        background={background}
        foreground={(frame: PlotFrame) => courseForeground(runs, rare, t, frame)}
      />
      <Readouts
        of={runs.map((run) => ({
          key: run.runner,
          label: (
            <>
              {sayParts("{swatch} {method}: errors, frequent and rare", {
                swatch: <Swatch key="swatch" {...runnerLooks[run.runner]} />,
                method: run.runner,
              })}
            </>
          ),
          value: errorsInWords(run, t),
        }))}
      />
      <p className="widget-panel-title">
        {say(
          "Error of the rare weight after {examples} examples, median of 21 streams; RMSprop with ρ = 0.9",
          { examples: significant(EXAMPLES) },
        )}
      </p>
      <PlotFigure
        label={say(
          "The median error of the rare weight against the learning rate for SGD, AdaGrad, RMSprop and Adam, with the lowest point of each.",
        )}
        frame={sweepFrame}
        background={sweepBackground}
        foreground={() => sweepForeground(all, runs)}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-options">
          <Choice<Rival>
            legend={say("SGD against")}
            options={RIVALS.map((value) => ({ value, label: value }))}
            value={rival}
            onChange={(value) => change({ rival: value, eta: bestOf(value) })}
          />
          <Presets
            legend={say("rates")}
            of={presets}
            chosen={chosen < 0 ? undefined : chosen}
            onChoose={({ label: _, ...rates }) => change(rates)}
          />
          <div className="widget-buttons">
            <button type="button" onClick={() => change({ seed: nextSeed(seed) })}>
              {say("Other examples")}
            </button>
          </div>
        </div>
        <div className="widget-row">
          <Slider
            symbol="η"
            name="learning-rate"
            label={say("learning rate of SGD")}
            track={sgdTrack}
            value={sgd}
            onChange={(value) => change({ sgd: value })}
          />
          <Slider
            symbol="η"
            name="learning-rate"
            label={say("learning rate of {method}", { method: rival })}
            track={etaTrack}
            value={eta}
            onChange={(value) => change({ eta: value })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
