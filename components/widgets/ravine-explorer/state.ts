import { say } from "#src/language/say.ts";
import { bestGradientDescent } from "#src/plotting/quadratic-rates.ts";
import { sameSetting, type Track } from "../slider-scale.ts";
import { type Fields, flagField, numberField, wholeField } from "../url-state.ts";

/** What the reader sets: bowl(1, kappa; angle), the rate, the start along the floor and across, the step shown. */
export interface ExplorerState {
  readonly kappa: number;
  readonly eta: number;
  /** In degrees. */
  readonly angle: number;
  readonly floor: number;
  readonly across: number;
  readonly t: number;
  readonly log: boolean;
}

export const STEPS = 60;
/** What the figure shows of the plane: room for the usual start at any angle. */
export const WINDOW = { x: [-9.2, 4.4], y: [-6.9, 2.5] } as const;
export const kappaTrack: Track = { type: "log", domain: [1, 100], stops: 120, digits: 2 };
export const etaTrack: Track = { type: "log", domain: [0.001, 2.2], stops: 400, digits: 3 };
export const angleTrack: Track = { type: "linear", domain: [0, 45], stops: 45, digits: 0 };

/** No point of the window is farther from the minimum. */
const FARTHEST = 12;

export const explorerFields: Fields<ExplorerState> = {
  kappa: numberField(20, ...kappaTrack.domain),
  eta: numberField(0.09, ...etaTrack.domain),
  angle: numberField(20, ...angleTrack.domain),
  floor: numberField(-8, -FARTHEST, FARTHEST),
  across: numberField(1.5, -FARTHEST, FARTHEST),
  t: wholeField(STEPS, 0, STEPS),
  log: flagField(true),
};

/** A rate worth trying, by its place between 0 and the limit. */
export interface Preset {
  readonly label: string;
  readonly eta: number;
}

/** The rates of the table in the text, for curvatures 1 and kappa. */
export function presets(kappa: number): readonly Preset[] {
  return [
    { label: "1/L", eta: 1 / kappa },
    { label: say("best, 2/(L + μ)"), eta: bestGradientDescent(1, kappa).eta },
    { label: "1.98/L", eta: 1.98 / kappa },
    { label: say("limit, 2/L"), eta: 2 / kappa },
    { label: "2.02/L", eta: 2.02 / kappa },
  ];
}

/** The preset that the state is at, if any. */
export function presetOf({ kappa, eta }: Pick<ExplorerState, "kappa" | "eta">): number | undefined {
  const index = presets(kappa).findIndex((preset) => sameSetting(eta, preset.eta));
  return index < 0 ? undefined : index;
}

/** Another ravine; a rate that was a preset becomes the same preset of the new one. */
export function withKappa(state: ExplorerState, kappa: number): Partial<ExplorerState> {
  const index = presetOf(state);
  return {
    kappa,
    eta: (index === undefined ? undefined : presets(kappa)[index]?.eta) ?? state.eta,
  };
}
