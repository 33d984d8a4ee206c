import { type ReactNode, useCallback, useMemo } from "react";
import { DragPoint } from "#components/plot/DragPoint.tsx";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { pair } from "#src/plotting/digits.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { DataTable } from "./DataTable.tsx";
import { dunesBackground, dunesForeground, dunesFrame } from "./descent/figure.ts";
import { dunesRuns } from "./descent/model.ts";
import { descentFields } from "./descent/state.ts";
import { descentSummary, descentTable } from "./descent/words.ts";
import { Player } from "./Player.tsx";
import { useAnnouncement } from "./use-announcement.ts";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";

/** The landing figure: three methods race down the dunes from a point that the reader chooses. */
export default function Descent(): ReactNode {
  const { state, change, reset } = useUrlState("descent", descentFields);
  const { x, y } = state;
  const runs = useMemo(() => dunesRuns({ x, y }), [x, y]);
  const length = Math.max(...runs.map(({ points }) => points.length)) - 1;
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, length, seek);
  const { t } = player;
  const summary = descentSummary(state, runs);
  const said = useAnnouncement(summary, player.playing);
  return (
    <figure
      className="widget widget-descent"
      id="descent"
      data-widget="descent"
      aria-label={say("Three descents")}
    >
      <PlotFigure
        label={say("Contours of a landscape with three hollows and three paths. {summary}", {
          summary,
        })}
        className="plot-bleed"
        widths={[340, 680, 1040]}
        frame={dunesFrame}
        background={dunesBackground}
        foreground={(frame: PlotFrame) => dunesForeground(runs, t, frame)}
        overlay={(frames) => (
          <DragPoint
            frames={frames}
            value={state}
            label={say("Start of the three descents")}
            valueText={say("x and y {point}", { point: pair(x, y, 1) })}
            step={{ x: 0.1, y: 0.1 }}
            onMove={(point) => change({ x: point.x, y: point.y })}
          />
        )}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
      </div>
      <figcaption>
        <p>{say("Click or tap anywhere to start from there. {summary}", { summary })}</p>
      </figcaption>
      <p className="widget-hidden" role="status">
        {said}
      </p>
      <DataTable {...descentTable(runs)} />
    </figure>
  );
}
