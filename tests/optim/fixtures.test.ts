import { gradientDescent, momentum, type NesterovState, nesterov } from "@downhill/optim";
import { describe, expect, test } from "vitest";
import { deviations, readCases, type Subject } from "./fixtures.ts";

/** torch.optim.SGD, all of it: which of our three methods it is depends on its options. */
const torchSgd: Subject = {
  make({ lr, momentum: beta, dampening, weight_decay, nesterov: lookAhead, maximize }) {
    const common = {
      learningRate: Number(lr),
      weightDecay: Number(weight_decay),
      maximize: maximize === true,
    };
    if (Number(beta) === 0) return gradientDescent(common);
    if (lookAhead === true) return nesterov({ ...common, form: "pytorch", beta: Number(beta) });
    return momentum({ ...common, beta: Number(beta), dampening: Number(dampening) });
  },
};

const classical: Subject = {
  make: ({ lr, momentum: beta }) =>
    momentum({ learningRate: Number(lr), beta: Number(beta), convention: "classical" }),
};

/** fixture file → how we make the same run. */
const subjects: Record<string, Subject> = {
  A_torch_sgd: torchSgd,
  A_torch_sgd_momentum: torchSgd,
  A_torch_sgd_dampening: torchSgd,
  A_torch_sgd_nesterov: torchSgd,
  A_torch_sgd_weight_decay: torchSgd,
  A_torch_maximize: torchSgd,
  A_paper_heavy_ball: classical,
  A_paper_momentum_sutskever: classical,
  A_paper_momentum_ewa: {
    make: ({ lr, momentum: beta, bias_correction }) =>
      momentum({
        learningRate: Number(lr),
        beta: Number(beta),
        convention: "ewa",
        biasCorrection: bias_correction === true,
      }),
  },
  A_paper_nesterov_sutskever: {
    make: ({ lr, momentum: beta }) =>
      nesterov({ learningRate: Number(lr), beta: Number(beta), form: "sutskever" }),
    columns: {
      lookahead: (state, { momentum: beta }) =>
        state.x.map((x, i) => x - Number(beta) * (state as NesterovState).v[i]!),
    },
  },
  A_paper_nesterov_1983: {
    make: ({ lr }) => nesterov({ learningRate: Number(lr), form: "1983" }),
    columns: { y: (state) => (state as NesterovState).y! },
  },
};

for (const [file, subject] of Object.entries(subjects)) {
  describe(`${file}: the reference run is reproduced`, () => {
    const cases = readCases(file);
    test("the file has cases", () => expect(cases.length).toBeGreaterThan(0));
    test.each(cases.map((fixture) => [fixture.id, fixture] as const))("%s", (_id, fixture) => {
      expect(deviations(subject, fixture)).toEqual([]);
    });
  });
}
