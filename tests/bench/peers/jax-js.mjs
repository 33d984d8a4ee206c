import { defaultDevice, init, jit, numpy as np } from "@jax-js/jax";

await init("wasm");
defaultDevice("wasm");

/** One compiled update of n parameters by jax-js on WebAssembly. */
export function jaxUpdate(dtype) {
  const RULES = {
    momentum: jit((x, g, v) => {
      const next = v.mul(0.9).add(g);
      return [x.sub(next.ref.mul(1e-3)), next];
    }),
    rmsprop: jit((x, g, s) => {
      const next = s.mul(0.99).add(g.ref.mul(g.ref).mul(0.01));
      return [x.sub(g.mul(1e-3).div(np.sqrt(next.ref).add(1e-8))), next];
    }),
    adam: jit((x, g, m, s, rate, root) => {
      const first = m.mul(0.9).add(g.ref.mul(0.1));
      const second = s.mul(0.999).add(g.ref.mul(g).mul(0.001));
      const step = first.ref.mul(rate).div(np.sqrt(second.ref).mul(root).add(1e-8));
      return [x.sub(step), first, second];
    }),
  };
  return (rule, x, g) => {
    const fill = (numbers) => np.array([...numbers], { dtype });
    const scalar = (number) => np.array(number, { dtype });
    let point = fill(x);
    const gradient = fill(g);
    const memories = Array.from({ length: rule === "adam" ? 2 : 1 }, () =>
      np.zeros([x.length], { dtype }),
    );
    return {
      step(k) {
        const scalars =
          rule === "adam"
            ? [scalar(1e-3 / (1 - 0.9 ** k)), scalar(1 / Math.sqrt(1 - 0.999 ** k))]
            : [];
        const [next, ...rest] = RULES[rule](point, gradient.ref, ...memories, ...scalars);
        point = next;
        memories.splice(0, memories.length, ...rest);
      },
      read: () => point.ref.dataSync(),
      lazy: true,
    };
  };
}
