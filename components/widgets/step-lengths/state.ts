import { seedField } from "../seed.ts";
import { choiceField, type Field, type Fields, numberField, wholeField } from "../url-state.ts";
import type {
  Setting,
  Settings,
  Source,
  StepLengthsFigure,
  Suggestion,
  View,
} from "./figure-of.ts";

/** What the reader sets: the source, the view, the step that is marked, and the settings. */
export type StepLengthsState<K extends string = string> = {
  readonly source: string;
  readonly view: string;
  readonly t: number;
} & Settings<K>;

/** How the state of a figure is written in the address. */
export function stepLengthsFields<K extends string>(
  figure: StepLengthsFigure<K>,
): Fields<StepLengthsState<K>> {
  const { sources, views, settings, t } = figure;
  const longest = Math.max(...sources.map(({ steps }) => steps));
  const names = (of: readonly (Source<K> | View)[]) => of.map(({ name }) => name);
  return {
    source: choiceField(sources[0].name, names(sources)),
    view: choiceField(views[0].name, names(views)),
    t: wholeField(t, 0, longest),
    ...Object.fromEntries(settings.map((setting) => [setting.name, fieldOf(setting)])),
  } as Fields<StepLengthsState<K>>;
}

/** The source and the view that the state names. */
export function chosenOf<K extends string>(
  { sources, views }: StepLengthsFigure<K>,
  state: Pick<StepLengthsState, "source" | "view">,
): { readonly source: Source<K>; readonly view: View } {
  return {
    source: sources.find(({ name }) => name === state.source) ?? sources[0],
    view: views.find(({ name }) => name === state.view) ?? views[0],
  };
}

/** The part of the state that a suggestion sets. */
export function suggested<K extends string>({
  settings,
  label: _,
  ...rest
}: Suggestion<K>): Partial<StepLengthsState<K>> {
  return { ...rest, ...settings } as Partial<StepLengthsState<K>>;
}

/** The suggestion that the state is at, if any: the step that is marked does not count. */
export function suggestionAt<K extends string>(
  { presets = [] }: StepLengthsFigure<K>,
  state: StepLengthsState<K>,
): number | undefined {
  const index = presets.findIndex((preset) => {
    const { t: _, ...wanted } = suggested(preset);
    return Object.entries(wanted).every(([name, value]) => state[name as K] === value);
  });
  return index < 0 ? undefined : index;
}

function fieldOf<K extends string>(setting: Setting<K>): Field<number> {
  if (setting.kind === "slider") return numberField(setting.initial, ...setting.track.domain);
  return setting.kind === "switch" ? choiceField<number>(setting.initial, [0, 1]) : seedField();
}
