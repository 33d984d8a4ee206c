import { createOracle, type Method, type State, type StochasticObjective } from "@downhill/optim";

/** No function: iteration k is given gradient k, wherever it looks; f is 0. */
export function gradientSequence(gradients: readonly (readonly number[])[]): StochasticObjective {
  const dim = gradients[0]!.length;
  const seen = (k: number) => ({
    dim,
    value: () => 0,
    gradient: () => Float64Array.from(gradients[k - 1]!),
  });
  return { ...seen(1), at: seen };
}

/** The states of a method that is given these gradients one after another, from 0 or from x0. */
export function statesFor<S extends State>(
  method: Method<S>,
  gradients: readonly (readonly number[])[],
  x0: readonly number[] = gradients[0]!.map(() => 0),
): readonly S[] {
  const objective = gradientSequence(gradients);
  const states = [method.init(createOracle(objective.at(1)), Float64Array.from(x0))];
  gradients.forEach((_, i) => {
    states.push(method.step(createOracle(objective.at(i + 1)), states[i]!));
  });
  return states;
}
