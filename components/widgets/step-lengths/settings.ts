import { say } from "#src/language/say.ts";

/** The learning rate as a setting; a figure gives its track and where it starts. */
export const rateSetting = {
  kind: "slider",
  name: "eta",
  symbol: "η",
  notation: "learning-rate",
  label: say("learning rate"),
} as const;

/** How much of an average of squares is kept. */
export const squareRetentionSetting = {
  kind: "slider",
  name: "rho",
  symbol: "ρ",
  notation: "square-retention",
  label: say("kept of the average"),
} as const;
