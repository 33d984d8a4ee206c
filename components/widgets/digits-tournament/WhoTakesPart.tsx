import type { ReactNode } from "react";
import { Toggle } from "../Toggle.tsx";
import { entrants } from "./entrants.ts";
import { ALL, chosenOf, FEW, whoOf } from "./state.ts";

/** The methods to choose from. One at least stays in. */
export function WhoTakesPart({
  who,
  disabled,
  onChange,
}: {
  readonly who: string;
  readonly disabled: boolean;
  readonly onChange: (who: string) => void;
}): ReactNode {
  const chosen = chosenOf(who);
  const toggle = (id: string, on: boolean) => {
    const next = whoOf(on ? [...chosen, id] : chosen.filter((other) => other !== id));
    if (next !== "") onChange(next);
  };
  return (
    <details className="tournament-who">
      <summary>
        Who takes part: {chosen.length} of {entrants.length} methods
      </summary>
      <div className="widget-buttons">
        <button type="button" disabled={disabled} onClick={() => onChange(ALL)}>
          All
        </button>
        <button type="button" disabled={disabled} onClick={() => onChange(FEW)}>
          A few
        </button>
      </div>
      <fieldset disabled={disabled} aria-label="Methods that take part">
        {entrants.map(({ id, title }) => (
          <Toggle
            key={id}
            label={title}
            checked={chosen.includes(id)}
            onChange={(on) => toggle(id, on)}
          />
        ))}
      </fieldset>
    </details>
  );
}
