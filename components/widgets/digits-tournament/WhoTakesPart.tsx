import type { ReactNode } from "react";
import { say } from "#src/language/say.ts";
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
        {say("Who takes part: {chosen} of {all} methods", {
          chosen: chosen.length,
          all: entrants.length,
        })}
      </summary>
      <div className="widget-buttons">
        <button type="button" disabled={disabled} onClick={() => onChange(ALL)}>
          {say("All")}
        </button>
        <button type="button" disabled={disabled} onClick={() => onChange(FEW)}>
          {say("A few")}
        </button>
      </div>
      <fieldset disabled={disabled} aria-label={say("Methods that take part")}>
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
