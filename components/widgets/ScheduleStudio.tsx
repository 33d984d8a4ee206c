import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Choice } from "./Choice.tsx";
import { Player } from "./Player.tsx";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import {
  lossesBackground,
  lossesForeground,
  lossesFrame,
  rankingBackground,
  rankingForeground,
  rankingFrame,
  ratesBackground,
  ratesForeground,
  ratesFrame,
} from "./schedule-studio/figures.ts";
import { STEPS, type StudioRun, scheduleOf, studioRun } from "./schedule-studio/model.ts";
import { SCHEDULE_IDS, type ScheduleId, studioSchedule } from "./schedule-studio/schedules.ts";
import {
  etaTrack,
  initialShape,
  shapeOf,
  studioFields,
  warmupTrack,
} from "./schedule-studio/state.ts";
import { lossWords, studioSummary, studioTable } from "./schedule-studio/words.ts";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W14.1: all schedules on one noisy bowl, one of them in focus. */
export default function ScheduleStudio(): ReactNode {
  const { state, change, reset } = useUrlState("schedule-studio", studioFields);
  const { schedule, eta, warmup } = state;
  const shape = shapeOf(state);
  const others = useMemo(() => {
    const run = (id: ScheduleId) => studioRun(scheduleOf(id, eta, initialShape(id), warmup));
    return Object.fromEntries(SCHEDULE_IDS.map((id) => [id, run(id)])) as Record<
      ScheduleId,
      StudioRun
    >;
  }, [eta, warmup]);
  const runs = useMemo(() => {
    const own =
      shape === initialShape(schedule)
        ? others[schedule]
        : studioRun(scheduleOf(schedule, eta, shape, warmup));
    return { of: { ...others, [schedule]: own }, chosen: schedule };
  }, [others, schedule, eta, shape, warmup]);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, STEPS, seek);
  const { t } = player;
  const run = runs.of[schedule];
  const knob = studioSchedule(schedule).shape;
  return (
    <WidgetFrame
      id="schedule-studio"
      title={say("Eleven schedules on one noisy bowl")}
      tryThis={say(
        "“constant”, and the highest rate at 0.09 and 0.02. Then “exponential”, with dT from 0 to 20. Then “the faulty recursion”.",
      )}
      notice={say(
        "a good decay ends well below the best constant rate. With dT near 0 the floor stays; with dT = 20 the rate is gone before the run has arrived. The order in the lower picture is that of this problem, this number of steps and these parameters: others change it.",
      )}
      why={say(
        "the floor goes with the rates of the last stretch, the distance covered with the sum of all rates, the travel. Grey are the other schedules with their first parameters; the table has them.",
      )}
      summary={studioSummary(state, runs)}
      table={studioTable(state, runs)}
      playing={player.playing}
    >
      <div className="widget-panels widget-panels-two">
        <PlotFigure
          label={say(
            "The learning rate of each schedule against the step, on a logarithmic scale; one schedule is in focus.",
          )}
          widths={[340, 320]}
          frame={ratesFrame}
          background={ratesBackground}
          foreground={(frame: PlotFrame) => ratesForeground(runs, t, frame)}
        />
        <PlotFigure
          label={say(
            "The mean loss of 400 runs with each schedule against the step, on a logarithmic scale.",
          )}
          widths={[340, 320]}
          frame={lossesFrame}
          background={lossesBackground}
          foreground={(frame: PlotFrame) => lossesForeground(runs, t, frame)}
        />
      </div>
      <PlotFigure
        label={say(
          "The schedules in the order of their mean loss after 500 steps, on a logarithmic scale.",
        )}
        frame={rankingFrame}
        background={rankingBackground}
        foreground={(frame: PlotFrame) => rankingForeground(runs, lossWords, frame)}
      />
      <Readouts
        of={[
          {
            key: "rate",
            label: say("learning rate"),
            value: t === 0 ? "–" : significant(run.rates[t - 1] as number, 3),
          },
          {
            key: "travel",
            label: say("travel so far"),
            value: significant(run.travel[t] as number, 3),
          },
          { key: "loss", label: say("mean loss"), value: lossWords(run.losses[t] as number) },
        ]}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-options">
          <Choice<ScheduleId>
            legend={say("schedule")}
            options={SCHEDULE_IDS.map((value) => ({ value, label: studioSchedule(value).name }))}
            value={schedule}
            onChange={(value) => change({ schedule: value, shape: initialShape(value) })}
          />
        </div>
        <div className="widget-row">
          <Slider
            symbol="η₀"
            name="learning-rate"
            label={say("highest rate")}
            track={etaTrack}
            value={eta}
            onChange={(value) => change({ eta: value })}
          />
          {knob !== undefined && (
            <Slider
              symbol={knob.symbol}
              label={knob.label}
              track={knob.track}
              value={shape}
              onChange={(value) => change({ shape: value })}
            />
          )}
          <Slider
            symbol="w"
            name="warm-up-length"
            label={say("steps of warm-up")}
            track={warmupTrack}
            value={warmup}
            onChange={(value) => change({ warmup: value })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
