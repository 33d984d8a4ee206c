import type { ReactNode } from "react";
import { Choice } from "./Choice.tsx";

export interface PresetsProps<P extends { readonly label: ReactNode }> {
  readonly legend: ReactNode;
  readonly of: readonly P[];
  /** Which of them the widget is at; none where it is at none. */
  readonly chosen: number | undefined;
  readonly onChoose: (preset: P) => void;
}

/** Settings worth a look, each a press away. */
export function Presets<P extends { readonly label: ReactNode }>(
  props: PresetsProps<P>,
): ReactNode {
  const { legend, of, chosen = -1, onChoose } = props;
  return (
    <Choice
      legend={legend}
      options={of.map(({ label }, value) => ({ value, label }))}
      value={chosen}
      onChange={(index) => {
        const preset = of[index];
        if (preset !== undefined) onChoose(preset);
      }}
    />
  );
}
