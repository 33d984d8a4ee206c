/** Why something is lit; the first that holds decides. */
const REASONS = ["card", "pointer", "focus"] as const;
export type Reason = (typeof REASONS)[number];

/** Lights up everything on the page that shows one quantity: what carries its id in `data-symbol`. */
export interface Lamp {
  /** The ids that are lit, as in `data-symbol`; empty when it is dark. */
  readonly lit: string;
  /**
   * @param ids ids of notation.yml with spaces between; none when the reason is gone
   */
  hold(reason: Reason, ids: string | null | undefined): void;
  /** Puts the light out, whatever held it. */
  out(): void;
  /** Lights up what has come to the page meanwhile. */
  again(): void;
}

/**
 * @param onChange told when other ids are lit, or none
 */
export function createLamp(onChange: (lit: string) => void): Lamp {
  const held = new Map<Reason, string>();
  let lit = "";

  const again = () => {
    const selector = lit
      .split(" ")
      .map((id) => `[data-symbol~="${id}"]`)
      .join();
    for (const element of document.querySelectorAll(".linked"))
      if (lit === "" || !element.matches(selector)) element.classList.remove("linked");
    if (lit === "") return;
    for (const element of document.querySelectorAll(selector)) element.classList.add("linked");
  };
  const decide = () => {
    const next = REASONS.map((reason) => held.get(reason)).find((ids) => ids !== undefined) ?? "";
    if (next === lit) return;
    lit = next;
    again();
    onChange(lit);
  };

  return {
    get lit() {
      return lit;
    },
    hold(reason, ids) {
      if (ids) held.set(reason, ids);
      else held.delete(reason);
      decide();
    },
    out() {
      held.clear();
      decide();
    },
    again,
  };
}
