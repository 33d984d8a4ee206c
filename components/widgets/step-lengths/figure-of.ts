import type { Method, Objective, StochasticObjective } from "@downhill/optim";
import type { Look } from "#src/plotting/method-looks.ts";
import type { Track } from "../slider-scale.ts";

/** The values of a figure's settings; a switch is 0 or 1. */
export type Settings<K extends string = string> = Readonly<Record<K, number>>;

/** A number that the reader sets. */
export interface SliderSetting<K extends string> {
  readonly kind: "slider";
  readonly name: K;
  /** The letter in the formulas: "β₂". */
  readonly symbol: string;
  /** Its name in the notation of the book, to highlight together with the equations. */
  readonly notation: string;
  readonly label: string;
  readonly track: Track;
  readonly initial: number;
}

/** Something on or off. */
export interface SwitchSetting<K extends string> {
  readonly kind: "switch";
  readonly name: K;
  readonly label: string;
  readonly initial: 0 | 1;
}

/** Which noise: a button takes the next. */
export interface SeedSetting<K extends string> {
  readonly kind: "seed";
  readonly name: K;
  readonly label: string;
  readonly initial: number;
}

export type Setting<K extends string> = SliderSetting<K> | SwitchSetting<K> | SeedSetting<K>;

/** Where the gradients come from: a given stream (see streams.ts) or a function with a start. */
export interface Source<K extends string = string> {
  readonly name: string;
  readonly label: string;
  readonly steps: number;
  readonly start: readonly number[];
  readonly objective: (settings: Settings<K>) => Objective | StochasticObjective;
  /** The scale of the axis of steps. */
  readonly time: "linear" | "log";
  /** Steps that the table lists; they and their neighbours are drawn exactly. */
  readonly marks: readonly number[];
  /** What the lines of its coordinates are called, where there are several. */
  readonly coordinates?: readonly string[];
}

/** A method with its settings. */
export interface Contestant<K extends string = string> {
  readonly name: string;
  readonly look: Look;
  readonly make: (settings: Settings<K>) => Method;
}

/** One coordinate of one step of a run. */
export interface Sample {
  /** 1, 2, … */
  readonly t: number;
  /** Which coordinate: 0, 1, … */
  readonly i: number;
  /** The gradient that the step has seen. */
  readonly g: number;
  /** Where the step led. */
  readonly x: number;
  /** Where the run started. */
  readonly start: number;
  /** The change of x in this step, with its sign. */
  readonly move: number;
  /** An entry of what the method remembers after the step: `memory("s")`. */
  readonly memory: (name: string) => number;
}

/** A number that is followed over the steps. */
export interface Trace {
  readonly of: (sample: Sample) => number;
  /** Its name where a view has several traces. */
  readonly name?: string;
  /** Instead of the look of the method. */
  readonly look?: Look;
}

/** A picture: what is drawn against the step. */
export interface View {
  readonly name: string;
  readonly label: string;
  /** The label of the axis. */
  readonly axis: string;
  readonly scale: "linear" | "log";
  /** The ends of the axis; by default as far as the values reach. */
  readonly domain?: readonly [number, number];
  readonly traces: readonly Trace[];
}

/** Settings worth a look. */
export interface Suggestion<K extends string> {
  readonly label: string;
  readonly source?: string;
  readonly view?: string;
  readonly t?: number;
  readonly settings?: Partial<Settings<K>>;
}

/** What one figure shows: the whole of what a chapter gives to StepLengths. */
export interface StepLengthsFigure<K extends string = string> {
  /** Also the name of the figure's parameter in the address. */
  readonly id: string;
  readonly title: string;
  readonly tryThis: string;
  readonly notice: string;
  readonly why: string;
  /** The choice of sources has this legend. */
  readonly sourceLegend: string;
  readonly sources: readonly [Source<K>, ...Source<K>[]];
  readonly methods: readonly Contestant<K>[];
  readonly views: readonly [View, ...View[]];
  readonly settings: readonly Setting<K>[];
  readonly presets?: readonly Suggestion<K>[];
  /** The step that is marked at first. */
  readonly t: number;
}
