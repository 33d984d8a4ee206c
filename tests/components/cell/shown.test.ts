import { describe, expect, it, vi } from "vitest";
import { shownOutputs } from "#components/cell/shown.ts";
import type { Control, ControlValue } from "#src/notebook/control.ts";
import type { Output } from "#src/notebook/output.ts";

vi.mock("#components/cell/enliven.ts", () => ({ enliven: () => {} }));
vi.mock("#components/cell/render.ts", () => ({
  render: async (outputs: readonly Output[]) => outputs.map(({ kind }) => `<${kind}>`).join(""),
}));

const box = (index: number, max: number): Output => ({
  kind: "control",
  index,
  control: { control: "slider", label: "b", min: 0, max, step: 0.1, scale: "linear", value: 0.5 },
  value: 0.9,
});
const failure: Output = { kind: "error", stage: "run", message: "no" };

/** A cell's outputs over elements that only hold their markup. */
function cell() {
  const element = () =>
    ({ innerHTML: "", style: {}, querySelectorAll: () => [] }) as unknown as HTMLElement;
  const [output, controls] = [element(), element()];
  const heard: (readonly ControlValue[])[] = [];
  const shown = shownOutputs({
    output,
    controls,
    live: {
      enable: () => {},
      controls: () => controls.innerHTML.split("<control>").slice(1) as unknown as Control[],
      show: () => {},
    },
    state: () => "idle",
    onControls: (values) => heard.push(values),
  });
  return { shown, output, controls, heard };
}

describe("what a cell shows", () => {
  it("has the controls that a run has made", async () => {
    const { shown, controls, heard } = cell();
    await shown.paint([box(0, 1)], true);
    expect(controls.innerHTML).toBe("<control>");
    expect(heard).toEqual([[0.9]]);
    await shown.paint([], true);
    expect(controls.innerHTML).toBe("");
    expect(heard).toEqual([[0.9], []]);
  });

  it("keeps its controls and their values where a run did not come so far", async () => {
    const { shown, output, controls, heard } = cell();
    await shown.paint([box(0, 1), box(1, 1)], true);
    for (const outputs of [[failure], [box(0, 1), failure]]) await shown.paint(outputs);
    expect(output.innerHTML).toBe("<error>");
    expect(controls.innerHTML).toBe("<control><control>");
    expect(heard).toEqual([[0.9, 0.9]]);
  });

  it("shows the first controls of a text whose run fails", async () => {
    const { shown, controls, heard } = cell();
    await shown.paint([box(0, 1), failure]);
    expect(controls.innerHTML).toBe("<control>");
    expect(heard).toEqual([]);
  });

  it("what was shown before an error is no whole run", async () => {
    vi.useFakeTimers();
    const { shown, controls, heard } = cell();
    await shown.paint([box(0, 1)], true);
    shown.begin();
    shown.add({ kind: "text", text: "so far" });
    await vi.advanceTimersByTimeAsync(200);
    vi.useRealTimers();
    expect(controls.innerHTML).toBe("<control>");
    expect(heard).toEqual([[0.9]]);
  });
});
