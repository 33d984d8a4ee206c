import type { ReactNode } from "react";

export interface ToggleProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A native checkbox with its label. */
export function Toggle({ label, checked, onChange }: ToggleProps): ReactNode {
  return (
    <label className="widget-toggle">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
