import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say, sayParts } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import { Angle } from "./Angle.tsx";
import { LearningRate } from "./LearningRate.tsx";
import { Player } from "./Player.tsx";
import { Presets } from "./Presets.tsx";
import { Readouts } from "./Readouts.tsx";
import { angleCurves, rotatedRuns } from "./rotated-ravine/model.ts";
import {
  anglesBackground,
  anglesForeground,
  anglesFrame,
  planeBackground,
  planeForeground,
  planeFrame,
  rotatedLooks,
} from "./rotated-ravine/pictures.ts";
import { angleTrack, etaTrack, rotatedFields, STEPS } from "./rotated-ravine/state.ts";
import { rotatedSummary, rotatedTable } from "./rotated-ravine/words.ts";
import { Swatch } from "./Swatch.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

const PRESETS = [0, 15, 45].map((angle) => ({ label: `${angle}°`, angle }));

/** W08.3: AdaGrad in a ravine that is turned against the axes. */
export default function RotatedRavine(): ReactNode {
  const { state, change, reset } = useUrlState("rotated-ravine", rotatedFields);
  const { angle, eta } = state;
  const runs = useMemo(() => rotatedRuns(angle, eta), [angle, eta]);
  const curves = useMemo(() => angleCurves(eta), [eta]);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, STEPS, seek);
  const { t } = player;
  const background = useCallback(() => planeBackground(angle), [angle]);
  const chosen = PRESETS.findIndex((preset) => preset.angle === angle);
  return (
    <WidgetFrame
      id="rotated-ravine"
      title={say("The same ravine, turned")}
      tryThis={say("0°, then 15°, then other η at 45°.")}
      notice={say(
        "along the axes AdaGrad runs straight to the minimum. At 45° it drops to the floor of the ravine and creeps along it; a larger η hardly helps. The full matrix and the other two do the same at every angle.",
      )}
      why={say(
        "one rate per axis can stretch the axes and nothing between them. At 45° both axes see nearly the same gradients, so both get nearly the same rate.",
      )}
      summary={rotatedSummary(state, runs, t)}
      table={rotatedTable(curves)}
      playing={player.playing}
    >
      <div className="widget-panels widget-panels-two">
        <PlotFigure
          label={say(
            "Level lines of a ravine turned by {angle} degrees with the paths of AdaGrad (solid) and of AdaGrad with a full matrix (dashed).",
            { angle: significant(angle) },
          )}
          widths={[340, 320]}
          frame={planeFrame}
          background={background}
          foreground={() => planeForeground(runs, t)}
        />
        <PlotFigure
          label={say(
            "The loss after 40 steps against the angle of the ravine, on a logarithmic scale: only AdaGrad depends on the angle.",
          )}
          widths={[340, 320]}
          frame={anglesFrame}
          background={anglesBackground}
          foreground={() => anglesForeground(curves, angle)}
        />
      </div>
      <Readouts
        of={runs.map(({ runner, losses }) => ({
          key: runner,
          label: (
            <>
              {sayParts("{swatch} {method}: loss", {
                swatch: <Swatch key="swatch" {...rotatedLooks[runner]} />,
                method: runner,
              })}
            </>
          ),
          value: significant(losses[t] as number, 2),
        }))}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-options">
          <Presets
            legend={say("turned by")}
            of={PRESETS}
            chosen={chosen < 0 ? undefined : chosen}
            onChoose={(preset) => change({ angle: preset.angle })}
          />
        </div>
        <div className="widget-row">
          <Angle track={angleTrack} value={angle} onChange={(value) => change({ angle: value })} />
          <LearningRate track={etaTrack} value={eta} onChange={(value) => change({ eta: value })} />
        </div>
      </div>
    </WidgetFrame>
  );
}
