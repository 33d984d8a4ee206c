import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { Choice } from "./Choice.tsx";
import { Player } from "./Player.tsx";
import { Readouts } from "./Readouts.tsx";
import {
  shareBackground,
  shareForeground,
  shareFrame,
  spectrumBackground,
  spectrumForeground,
  spectrumFrame,
} from "./random-hessians/figures.ts";
import { randomModel } from "./random-hessians/model.ts";
import { BATCH, BATCHES, randomFields, sizeTrack } from "./random-hessians/state.ts";
import {
  exactInWords,
  randomSummary,
  randomTable,
  shareInWords,
  signsInWords,
} from "./random-hessians/words.ts";
import { Slider } from "./Slider.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W04.3: how often a random symmetric matrix has positive eigenvalues only. */
export default function RandomHessians(): ReactNode {
  const { state, change, reset } = useUrlState("random-hessians", randomFields);
  const { n, ensemble } = state;
  const model = useMemo(() => randomModel(n, ensemble), [n, ensemble]);
  const table = useMemo(() => randomTable(model), [model]);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, BATCHES, seek);
  const { t } = player;
  const share = useCallback(() => shareBackground(n, ensemble), [n, ensemble]);
  const found = model.positive[t] as number;
  const last = model.spectra[BATCH * t - 1];
  return (
    <WidgetFrame
      id="random-hessians"
      title={say("Random Hessians")}
      tryThis={say("raising n by one, and again; then let all entries have the same variance.")}
      notice={say(
        "about half of the eigenvalues are positive at every n, and yet all of a matrix are so ever more rarely: at n = 5 hardly ever, from 6 on never here. In the other ensemble the share falls even faster.",
      )}
      why={say(
        "all n signs have to agree. And eigenvalues of one matrix keep their distance from each other, so that they fill a range on both sides of 0: agreement is rarer than for tossed coins.",
      )}
      summary={randomSummary(state, model, t)}
      table={table}
      playing={player.playing}
    >
      <div className="widget-panels widget-panels-two">
        <PlotFigure
          label={say(
            "Histogram of the eigenvalues of random {n} by {n} matrices, the same on both sides of 0; circles mark those of the last matrix.",
            { n },
          )}
          widths={[340, 320]}
          frame={spectrumFrame}
          background={spectrumBackground}
          foreground={() => spectrumForeground(model, t)}
        />
        <PlotFigure
          label={say(
            "The share of matrices with positive eigenvalues only against the number drawn, on a logarithmic scale.",
          )}
          widths={[340, 320]}
          frame={shareFrame}
          background={share}
          foreground={() => shareForeground(model, t)}
        />
      </div>
      <Readouts
        of={[
          { key: "drawn", label: say("matrices drawn"), value: BATCH * t },
          { key: "found", label: say("all eigenvalues positive"), value: found },
          { key: "share", label: say("share"), value: shareInWords(found, BATCH * t) },
          { key: "exact", label: say("exactly"), value: exactInWords(n, ensemble) },
          {
            key: "last",
            label: say("the last one"),
            value: last === undefined ? "–" : signsInWords(last),
          },
        ]}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <Slider
          symbol="n"
          label={say("rows and columns")}
          track={sizeTrack}
          value={n}
          onChange={(value) => change({ n: Math.round(value) })}
        />
        <div className="widget-options">
          <Choice
            legend={say("variance off the diagonal")}
            options={[
              { value: "GOE", label: say("half (GOE)") },
              { value: "equal", label: say("the same") },
            ]}
            value={ensemble}
            onChange={(value) => change({ ensemble: value })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
