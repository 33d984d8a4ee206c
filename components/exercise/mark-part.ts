import type { Part } from "#src/grading/verdict.ts";

/** Marks a field as right or wrong, by a sign beside it and for screen readers; or neither. */
export function markPart(
  field: HTMLElement,
  sign: Element | null | undefined,
  part: Part | undefined,
): void {
  if (sign instanceof HTMLElement) {
    sign.textContent = part ? (part.right ? "✓" : "✗") : "";
    sign.dataset["right"] = String(part?.right ?? "");
  }
  if (part && !part.right) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}
