/** What the reader chose: follow the system, or always light or dark. */
export type Theme = "system" | "light" | "dark";

const CYCLE: readonly Theme[] = ["system", "light", "dark"];

/** The theme named by a stored text; anything else means "system". */
export function readTheme(text: string | null): Theme {
  return CYCLE.find((theme) => theme === text) ?? "system";
}

/** The theme after this one when the reader presses the button: system, light, dark, system … */
export function nextTheme(theme: Theme): Theme {
  return CYCLE[(CYCLE.indexOf(theme) + 1) % CYCLE.length] ?? "system";
}
