import { describe, expect, it } from "vitest";
import { adadeltaGuardFigure } from "#components/widgets/adadelta-guard/figure.ts";
import { endlessHopFigure } from "#components/widgets/endless-hop/figure.ts";
import { forgettingFigure } from "#components/widgets/forgetting/figure.ts";
import { ninePlusOneFigure } from "#components/widgets/nine-plus-one/figure.ts";
import type { StepLengthsFigure } from "#components/widgets/step-lengths/figure-of.ts";
import { linesOf, methodRuns } from "#components/widgets/step-lengths/model.ts";
import { chosenOf, stepLengthsFields, suggested } from "#components/widgets/step-lengths/state.ts";
import { initialState } from "#components/widgets/url-state.ts";
it("x", () => {
  const show = (f: any, patch: any, ts: number[]) => {
    const state = { ...initialState(stepLengthsFields(f)), ...patch } as any;
    const { source, view } = chosenOf(f, state) as any;
    const lines = linesOf(methodRuns(f, source, state), source, view);
    for (const l of lines) console.log(f.id, JSON.stringify(patch), l.name, ts.map((t) => l.values[t]).join(" "), "max", Math.max(...(l.values as any).slice(1).filter((v: any) => v !== undefined)));
  };
  show(ninePlusOneFigure, {}, [10, 24,25, 100]);
  show(ninePlusOneFigure, { view: "step" }, [10, 24,25, 99, 100]);
  show(endlessHopFigure, {}, [30,40,45,50,100, 2000]);
  show(endlessHopFigure, {eta:0.01}, [400,450,500,600,1000, 2000]);
  show(endlessHopFigure, {falling:1}, [200,300,400,500,1000, 2000]);
  for (const lambda of [1,2,25]) { show(adadeltaGuardFigure, {lambda}, [1,10,100,500,2000]); show(adadeltaGuardFigure, {lambda,view:"rate"}, [1,10,100,120,200,500,2000]); }
  show(adadeltaGuardFigure, {source:"slope",view:"step"}, [1,10,100,1000,2000]);
  show(forgettingFigure, {source:"rise"}, [200,201,202,203,210]);
  show(forgettingFigure, {}, [200,201,230,300,400]);
});
