import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Choice } from "./Choice.tsx";
import { Player } from "./Player.tsx";
import { Presets } from "./Presets.tsx";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import { Swatch } from "./Swatch.tsx";
import { nextSeed } from "./seed.ts";
import { lengthsBackground, lengthsForeground, lengthsFrame } from "./step-lengths/chart.ts";
import type { Setting, StepLengthsFigure } from "./step-lengths/figure-of.ts";
import { linesOf, methodRuns } from "./step-lengths/model.ts";
import {
  chosenOf,
  type StepLengthsState,
  stepLengthsFields,
  suggested,
  suggestionAt,
} from "./step-lengths/state.ts";
import { lengthsSummary, lengthsTable, valueAt } from "./step-lengths/words.ts";
import { Toggle } from "./Toggle.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

export interface StepLengthsProps<K extends string> {
  /** A constant: what the figure shows. */
  readonly figure: StepLengthsFigure<K>;
}

/**
 * What methods make of a stream of gradients: a number for each step (its length, the effective
 * rate, a trace of the memory) against the step. Chapters 8 to 11 give it their streams, methods
 * and settings.
 */
export function StepLengths<K extends string>({ figure }: StepLengthsProps<K>): ReactNode {
  const fields = useMemo(() => stepLengthsFields(figure), [figure]);
  const { state, change, reset } = useUrlState(figure.id, fields);
  const { source, view } = chosenOf(figure, state);
  const values = figure.settings.map(({ name }) => state[name]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the settings are what a run depends on
  const runs = useMemo(() => methodRuns(figure, source, state), [figure, source, ...values]);
  const lines = useMemo(() => linesOf(runs, source, view), [runs, source, view]);
  const seek = useCallback((t: number) => change({ t } as Partial<StepLengthsState<K>>), [change]);
  const player = usePlayer(state.t, source.steps, seek);
  const { t } = player;
  const frame = useCallback(
    (width: number) => lengthsFrame(width, source, view, lines),
    [source, view, lines],
  );
  const background = useCallback(
    (size: PlotFrame) => lengthsBackground(size, source, view),
    [source, view],
  );
  const set = (part: object) => change(part as Partial<StepLengthsState<K>>);
  const sliders = figure.settings.filter((setting) => setting.kind === "slider");
  const others = figure.settings.filter((setting) => setting.kind !== "slider");
  return (
    <WidgetFrame
      id={figure.id}
      title={figure.title}
      tryThis={figure.tryThis}
      notice={figure.notice}
      why={figure.why}
      summary={lengthsSummary(source, view, runs, lines, t)}
      table={lengthsTable(source, view, lines)}
      playing={player.playing}
    >
      <PlotFigure
        label={say("The {measure} against the number of steps, for {methods}.", {
          measure: view.axis,
          methods: figure.methods.map(({ name }) => name).join(", "),
        })}
        frame={frame}
        background={background}
        foreground={(size: PlotFrame) => lengthsForeground(lines, t, source, view, size)}
      />
      <Readouts
        of={lines.map((line) => ({
          key: line.name,
          label: (
            <>
              <Swatch {...line.look} /> {line.name}
            </>
          ),
          value: valueAt(line, t),
        }))}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        {figure.presets === undefined ? null : (
          <div className="widget-options">
            <Presets
              legend={say("try")}
              of={figure.presets}
              chosen={suggestionAt(figure, state)}
              onChoose={(preset) => set(suggested(preset))}
            />
          </div>
        )}
        <div className="widget-options">
          {figure.sources.length > 1 ? (
            <Choice
              legend={figure.sourceLegend}
              options={figure.sources.map(({ name, label }) => ({ value: name, label }))}
              value={source.name}
              onChange={(name) => set({ source: name })}
            />
          ) : null}
          {figure.views.length > 1 ? (
            <Choice
              legend={say("show")}
              options={figure.views.map(({ name, label }) => ({ value: name, label }))}
              value={view.name}
              onChange={(name) => set({ view: name })}
            />
          ) : null}
          {others.map((setting) => (
            <Other
              key={setting.name}
              setting={setting}
              value={state[setting.name]}
              onChange={(value) => set({ [setting.name]: value })}
            />
          ))}
        </div>
        {sliders.length === 0 ? null : (
          <div className="widget-row">
            {sliders.map(({ name, notation, symbol, label, track }) => (
              <Slider
                key={name}
                symbol={symbol}
                name={notation}
                label={label}
                track={track}
                value={state[name]}
                onChange={(value) => set({ [name]: value })}
              />
            ))}
          </div>
        )}
      </div>
    </WidgetFrame>
  );
}

interface OtherProps<K extends string> {
  readonly setting: Exclude<Setting<K>, { kind: "slider" }>;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A switch, or the button that takes other noise. */
function Other<K extends string>({ setting, value, onChange }: OtherProps<K>): ReactNode {
  if (setting.kind === "switch")
    return (
      <Toggle
        label={setting.label}
        checked={value === 1}
        onChange={(checked) => onChange(checked ? 1 : 0)}
      />
    );
  return (
    <div className="widget-buttons">
      <button type="button" onClick={() => onChange(nextSeed(value))}>
        {setting.label}
      </button>
    </div>
  );
}
