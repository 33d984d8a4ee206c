import type { Control, ControlValue } from "#src/notebook/control.ts";
import { fits } from "#src/notebook/control.ts";
import { PLANE, placeOf, pointAt, shown, spotOf, valueAt } from "#src/notebook/control-markup.ts";

export interface LiveControls {
  enable(): void;
  /** The controls that are on the page, in order. */
  controls(): readonly Control[];
  /** Shows other values, by the index of the control; `undefined` leaves one as it is. */
  show(values: readonly (ControlValue | undefined)[]): void;
}

/**
 * Brings the controls in a container to life, now and whenever its content is replaced.
 * @param onSet hears of every value that a reader sets, by the control's index in the cell.
 */
export function liveControls(
  container: HTMLElement,
  onSet: (index: number, value: ControlValue) => void,
): LiveControls {
  const set = (box: HTMLElement, control: Control, value: ControlValue) => {
    if (!fits(control, value)) return;
    show(box, control, value);
    onSet(Number(box.dataset.index), value);
  };

  container.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const found = controlAt(target);
    if (found) set(found.box, found.control, read(found.box, found.control, target));
  });

  // The plane of a point picker: press or drag; its number fields do the same from the keyboard.
  const drag = (event: PointerEvent) => {
    const plane = event.target instanceof Element ? event.target.closest("svg") : null;
    const found = plane && controlAt(plane);
    if (!plane || found?.control.control !== "point") return;
    if (event.type === "pointerdown") {
      plane.setPointerCapture(event.pointerId);
      event.preventDefault();
    } else if (!plane.hasPointerCapture(event.pointerId)) return;
    const { left, top, width, height } = plane.getBoundingClientRect();
    const place = [
      ((event.clientX - left) / width) * PLANE.width,
      ((event.clientY - top) / height) * PLANE.height,
    ] as const;
    set(found.box, found.control, pointAt(found.control, place));
  };
  container.addEventListener("pointerdown", drag);
  container.addEventListener("pointermove", drag);

  const boxes = () => [...container.querySelectorAll<HTMLElement>("[data-control]")];

  return {
    enable() {
      for (const field of container.querySelectorAll<HTMLInputElement>("input, select"))
        field.disabled = false;
    },
    controls: () => boxes().map(controlOf),
    show(values) {
      for (const [i, box] of boxes().entries()) {
        const value = values[i];
        if (value !== undefined) show(box, controlOf(box), value);
      }
    },
  };
}

function controlAt(element: Element): { box: HTMLElement; control: Control } | undefined {
  const box = element.closest<HTMLElement>("[data-control]");
  return box ? { box, control: controlOf(box) } : undefined;
}

const controlOf = (box: HTMLElement): Control => JSON.parse(box.dataset.control ?? "");

function read(
  box: HTMLElement,
  control: Control,
  field: HTMLInputElement | HTMLSelectElement,
): ControlValue {
  switch (control.control) {
    case "slider":
      return valueAt(control, Number(field.value));
    case "number":
      return field.value.trim() === "" ? Number.NaN : Number(field.value);
    case "select":
    case "text":
      return field.value;
    case "checkbox":
      return (field as HTMLInputElement).checked;
    case "point": {
      const coordinate = (axis: string) =>
        Number(box.querySelector<HTMLInputElement>(`[data-axis="${axis}"]`)?.value);
      return [coordinate("x"), coordinate("y")];
    }
  }
}

/** Makes every part of a control show a value, but the field that is being typed into. */
function show(box: HTMLElement, control: Control, value: ControlValue): void {
  const output = box.querySelector(".control-value");
  if (output) output.textContent = shown(value);
  if (control.control === "slider") {
    const input = box.querySelector("input");
    if (input) input.value = String(placeOf(control, value as number));
    input?.setAttribute("aria-valuetext", shown(value));
  }
  const field = box.querySelector<HTMLInputElement | HTMLSelectElement>("input, select");
  if (control.control === "checkbox") (field as HTMLInputElement).checked = value === true;
  if (control.control === "select" && field) field.value = String(value);
  const typed = control.control === "number" || control.control === "text";
  if (typed && field && field !== document.activeElement) field.value = String(value);
  if (control.control !== "point") return;
  const point = value as readonly [number, number];
  const [cx, cy] = spotOf(control, point);
  box.querySelector("circle")?.setAttribute("cx", String(cx));
  box.querySelector("circle")?.setAttribute("cy", String(cy));
  box
    .querySelector(".control-cross")
    ?.setAttribute("d", `M${cx},0V${PLANE.height}M0,${cy}H${PLANE.width}`);
  for (const [i, axis] of ["x", "y"].entries()) {
    const field = box.querySelector<HTMLInputElement>(`[data-axis="${axis}"]`);
    if (field && field !== document.activeElement) field.value = String(point[i]);
  }
}
