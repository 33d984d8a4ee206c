import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Choice } from "./Choice.tsx";
import { LearningRate } from "./LearningRate.tsx";
import { orderBackground, orderForeground, orderFrame } from "./order-matters/figure.ts";
import { estimates, stream } from "./order-matters/model.ts";
import { etaTrack, ORDERS, orderFields, STEPS } from "./order-matters/state.ts";
import { orderSummary, orderTable } from "./order-matters/words.ts";
import { Player } from "./Player.tsx";
import { nextSeed } from "./seed.ts";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W15.2: the mean of 1 … 100 by SGD, with the numbers in three orders. */
export default function OrderMatters(): ReactNode {
  const { state, change, reset } = useUrlState("order-matters", orderFields);
  const { order, eta, seed } = state;
  const ys = useMemo(() => stream(order, seed), [order, seed]);
  const thetas = useMemo(() => estimates(order, eta, seed), [order, eta, seed]);
  const table = useMemo(() => orderTable(thetas), [thetas]);
  const background = useCallback((frame: PlotFrame) => orderBackground(ys, frame), [ys]);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, STEPS, seek);
  const { t } = player;
  return (
    <WidgetFrame
      id="order-matters"
      title={say("The mean of a hundred numbers, in three orders")}
      tryThis={say(
        "shuffled, and shuffle anew; then ascending with η = 0.3 and with η = 0.002; then the third order.",
      )}
      notice={say(
        "in ascending order each epoch ends far above the mean, at 81.6, not far below the largest number. Shuffled, the estimate shakes about the mean. In the third order it forgets the first five epochs within the sixth.",
      )}
      why={say(
        "the estimate is a fading average of the last numbers that it was shown, about 1/η of them. In ascending order those are the large ones.",
      )}
      summary={orderSummary(state, thetas, t)}
      table={table}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "The numbers in the order in which they come, ten epochs of a hundred, and the estimate of their mean after each.",
        )}
        frame={orderFrame}
        background={background}
        foreground={(frame: PlotFrame) => orderForeground(thetas, t, frame)}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-options">
          <Choice
            legend={say("order")}
            options={ORDERS}
            value={order}
            onChange={(value) => change({ order: value })}
          />
          <div className="widget-buttons">
            <button type="button" onClick={() => change({ seed: nextSeed(seed) })}>
              {say("Shuffle anew")}
            </button>
          </div>
        </div>
        <LearningRate track={etaTrack} value={eta} onChange={(value) => change({ eta: value })} />
      </div>
    </WidgetFrame>
  );
}
