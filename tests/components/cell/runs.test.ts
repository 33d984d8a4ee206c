import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cellRuns } from "#components/cell/runs.ts";

describe("a run of a cell that is stopped", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** The runs of a cell whose parts only hold what they are given. */
  function cell() {
    const kept: string[] = [];
    const said: string[] = [];
    const element = () =>
      ({ style: {}, textContent: "", removeAttribute: () => {} }) as unknown as HTMLElement;
    const { view, areOf } = cellRuns({
      cellId: "a",
      part: element,
      setState: () => {},
      source: () => "text",
      values: () => [],
      code: { mark: () => {} },
      shown: {
        outputs: () => [],
        begin: () => {},
        add: () => {},
        paint: async () => {},
        remember: () => () => {},
      },
      status: {
        say: (words: string) => void (words && said.push(words)),
        again: () => {},
        message: () => said.at(-1) ?? "",
      },
      history: {
        keep: (text: string, run?: string) => void kept.push(`${text} ${run}`),
      } as never,
      keeping: { edits: () => ({}), keep: () => {} } as never,
      onStale: () => {},
    });
    return { view, areOf, kept, said };
  }

  it("is kept in the history where it was asked for, and not where it came from typing", () => {
    const { view, kept, said } = cell();
    view.planned();
    view.started();
    view.stopped(undefined, true);
    expect(kept).toEqual([]);
    view.planned();
    view.started();
    view.stopped(undefined, false);
    expect(kept).toEqual(["text stopped"]);
    expect(said.at(-1)).toMatch(/^Stopped after/);
  });

  it("is not said to have run where it never began", () => {
    const { view, areOf, kept, said } = cell();
    view.planned();
    view.started();
    view.finished([], "text", false);
    vi.advanceTimersByTime(180_000);
    // A control was moved while another cell ran, and the reader stopped that.
    view.stopped(undefined, false);
    expect(said.at(-1)).toBe("Not run");
    expect(kept).toEqual(["text ran"]);
    expect(areOf("text")).toBe(false);
  });
});
