import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import {
  type BowlPanel,
  bowlBackground,
  bowlForeground,
  bowlFrame,
} from "#src/plotting/bowl-panel.ts";
import { Angle } from "./Angle.tsx";
import { Player } from "./Player.tsx";
import { Readouts } from "./Readouts.tsx";
import { curveBackground, curveForeground, curveFrame } from "./turned-bowl/curve.ts";
import { type BowlRun, turnedModel } from "./turned-bowl/model.ts";
import { angleTrack, CURVATURES, STEPS, turnedFields, WINDOW } from "./turned-bowl/state.ts";
import { matrixInWords, turnedSummary, turnedTable, verdict } from "./turned-bowl/words.ts";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

const frame = (width: number) => bowlFrame(width, WINDOW);
const panel = ({ H }: BowlRun, names: BowlPanel["names"]): BowlPanel => ({
  H,
  window: WINDOW,
  spacing: 1,
  steep: (CURVATURES[0] + CURVATURES[1]) / 2,
  names,
});

/** W03.3 (ii): what diagonal scaling does to a bowl, depending on how the bowl lies. */
export default function TurnedBowl(): ReactNode {
  const { state, change, reset } = useUrlState("turned-bowl", turnedFields);
  const { angle } = state;
  const model = useMemo(() => turnedModel(angle), [angle]);
  const table = useMemo(turnedTable, []);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, STEPS, seek);
  const { t } = player;
  const { before, after } = model;
  const beforeBackground = useCallback(() => bowlBackground(panel(before, ["θ₁", "θ₂"])), [before]);
  const afterBackground = useCallback(
    () => bowlBackground(panel(after, [say("θ₁, scaled"), say("θ₂, scaled")])),
    [after],
  );
  return (
    <WidgetFrame
      id="turned-bowl"
      title={say("Scaling knows the axes only")}
      tryThis={say("turn the bowl slowly back to 0°.")}
      notice={say(
        "along the axes scaling makes the bowl round; at 45° it changes nothing at all; on the way there it saves less and less.",
      )}
      why={say(
        "scaling makes the diagonal entries equal, and what is left is how strongly the two directions are coupled. At 45° they are equal already.",
      )}
      summary={turnedSummary(angle, model)}
      table={table}
      playing={player.playing}
    >
      <div className="widget-panels widget-panels-two">
        <div>
          <p className="widget-panel-title">{say("As it is")}</p>
          <PlotFigure
            label={say(
              "Level lines of a turned bowl with the path of gradient descent, {result}.",
              { result: verdict(before) },
            )}
            widths={[340, 320]}
            frame={frame}
            background={beforeBackground}
            foreground={() => bowlForeground(before.path, t, WINDOW, verdict(before))}
          />
        </div>
        <div>
          <p className="widget-panel-title">{say("After diagonal scaling")}</p>
          <PlotFigure
            label={say(
              "The same bowl after diagonal scaling, with the path of gradient descent, {result}.",
              { result: verdict(after) },
            )}
            widths={[340, 320]}
            frame={frame}
            background={afterBackground}
            foreground={() => bowlForeground(after.path, t, WINDOW, verdict(after))}
          />
        </div>
      </div>
      <Readouts
        of={[
          { key: "H", label: say("Hessian, row by row"), value: matrixInWords(before.H) },
          { key: "scaled", label: say("scaled, diagonal 13"), value: matrixInWords(after.H) },
        ]}
      />
      <PlotFigure
        label={say(
          "The condition number after diagonal scaling against the angle of the bowl: 1 along the axes, 25 at 45 degrees.",
        )}
        frame={curveFrame}
        background={curveBackground}
        foreground={() => curveForeground(angle, after.kappa)}
      />
      <div className="widget-controls">
        <Angle track={angleTrack} value={angle} onChange={(value) => change({ angle: value })} />
        <Player player={player} onReset={reset} />
      </div>
    </WidgetFrame>
  );
}
