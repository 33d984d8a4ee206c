import type { Locator, Page } from "@playwright/test";
import { expect } from "./quiet.ts";

/** Every figure with the page that has it. */
export const WIDGETS = [
  ["noise/", "minibatch-lab"],
  ["noise/", "gradient-spread"],
  ["noise/", "noise-floor"],
  ["noise/", "shrinking-rates"],
  ["conditioning/", "ravine-explorer"],
  ["conditioning/", "error-by-direction"],
  ["conditioning/", "feature-scaling"],
  ["conditioning/", "power-features"],
  ["conditioning/", "turned-bowl"],
  ["ewa/", "noisy-year"],
  ["ewa/", "decaying-weights"],
  ["momentum/", "ravine"],
  ["momentum/", "phase-diagram"],
  ["momentum/", "convention-converter"],
  ["nesterov/", "look-ahead"],
  ["nesterov/", "three-cycle"],
  ["nesterov/", "worst-case"],
  ["adagrad/", "rare-feature"],
  ["adam/", "three-methods"],
  ["adam/", "bias-correction"],
  ["adam/", "what-adam-sees"],
  ["adam/", "cold-start"],
  ["adam/", "own-axes"],
  ["adam/", "forgetful-adam"],
  ["amsgrad/", "wrong-end"],
  ["amsgrad/", "after-a-spike"],
  ["amsgrad/", "rare-gradients"],
  ["newton/", "local-models"],
  ["newton/", "newton-line"],
  ["newton/", "newton-saddle"],
  ["newton/", "sharpness-meter"],
  ["strategies/", "digits-workers"],
  ["strategies/", "stale-gradients"],
  ["strategies/", "local-steps"],
  ["strategies/", "order-matters"],
  ["strategies/", "batch-normalization"],
  ["strategies/", "early-stopping"],
  ["quasi-newton/", "line-search-bench"],
  ["quasi-newton/", "dogleg"],
  ["quasi-newton/", "trust-region-run"],
  ["quasi-newton/", "conjugate-directions"],
  ["quasi-newton/", "secant-pairs"],
  ["quasi-newton/", "two-loop"],
  ["quasi-newton/", "contest"],
  ["adagrad/", "effective-rate"],
  ["adagrad/", "book-words"],
  ["adagrad/", "rotated-ravine"],
  ["rmsprop/", "nine-plus-one"],
  ["rmsprop/", "to-forget"],
  ["rmsprop/", "endless-hop"],
  ["rmsprop/", "adadelta-guard"],
  ["schedules/", "schedule-studio"],
  ["schedules/", "frozen-recursion"],
  ["schedules/", "scale-of-draws"],
  ["schedules/", "grid-or-random"],
  ["schedules/", "live-search"],
  ["schedules/", "bayesian-search"],
  ["schedules/", "two-workers"],
  ["schedules/", "population"],
  ["choosing/", "weight-decay"],
  ["choosing/", "orthogonalize"],
  ["choosing/", "arena"],
  ["choosing/", "rate-sensitivity"],
  ["choosing/", "digits-tournament"],
  ["choosing/", "decision-guide"],
  ["choosing/", "family-tree"],
  ["", "descent"],
  ["gradients/", "one-variable"],
  ["gradients/", "compass"],
  ["gradients/", "step-or-rate"],
  ["saddle-points/", "saddle-race"],
  ["saddle-points/", "critical-points"],
  ["saddle-points/", "random-hessians"],
  ["conventions/", "difference-momentum"],
  ["conventions/", "difference-rmsprop"],
  ["conventions/", "difference-weight-decay"],
] as const;
/** Figures that show no run and have nothing to play. */
export const STILL: readonly string[] = [
  "batch-normalization",
  "compass",
  "contest",
  "critical-points",
  "decision-guide",
  "digits-tournament",
  "digits-workers",
  "dogleg",
  "gradient-spread",
  "local-models",
  "grid-or-random",
  "power-features",
  "family-tree",
  "rare-gradients",
  "scale-of-draws",
  "rate-sensitivity",
  "shrinking-rates",
];

/** Opens a page with one of its widgets alive. */
export async function live(page: Page, path: string, id: string): Promise<Locator> {
  await page.goto(path);
  return enliven(page, id);
}

/** Brings a widget of the page to life by giving one of its controls the focus. */
export async function enliven(page: Page, id: string): Promise<Locator> {
  const widget = page.locator(`#${id}`);
  const control = widget.locator("button, input").first();
  // At once: to draw the page while it glides there costs more than all else of a test.
  await control.evaluate((one) => one.scrollIntoView({ behavior: "instant", block: "center" }));
  await control.focus();
  await expect(page.locator(`astro-island:not([ssr]) #${id}`)).toBeVisible();
  return widget;
}
