import * as optim from "@downhill/optim";
import { type Method, methodCards } from "@downhill/optim";
import type { OptionDoc } from "#src/course/options-of.ts";
import { callOf, optionsOfFunction } from "#src/course/package-docs.ts";

/** Options as code, by name. */
export type Given = Readonly<Record<string, string>>;

/** A method of the package that takes options. */
export interface Configurable {
  readonly name: string;
  readonly options: readonly OptionDoc[];
  /** The method with these options and those that it cannot do without. */
  make(given: Given): Method;
}

/** All methods that take options. */
export const configurable: readonly Configurable[] = methodCards
  .map((card) => {
    const call = callOf(card);
    const options = optionsOfFunction(call.name);
    const others = call.args.filter((argument) => !argument.startsWith("{"));
    const needed = options.flatMap(({ name, required }): readonly (readonly [string, string])[] => {
      const value = call.options.get(name);
      return required && value !== undefined ? [[name, value]] : [];
    });
    return {
      name: call.name,
      options,
      make(given: Given): Method {
        const all = Object.entries({ ...Object.fromEntries(needed), ...given });
        const object = `{ ${all.map(([name, code]) => `${name}: ${code}`).join(", ")} }`;
        return evaluated(`${call.name}(${[...others, object].join(", ")})`) as Method;
      },
    };
  })
  .filter(({ options }) => options.length > 0);

function evaluated(code: string): unknown {
  return new Function(...Object.keys(optim), `return ${code};`)(...Object.values(optim));
}

/** What an option needs beside it to have an effect, by method and option. */
export const companions: Readonly<Record<string, Given>> = {
  "clipGradient.value": { norm: "undefined" },
  "coordinateDescent.seed": { order: '"random"' },
  "lion.beta1": { learningRate: "0.05" },
  "momentum.biasCorrection": { convention: '"ewa"' },
  "newton.lineSearch": { variant: '"damped"' },
  "rmsprop.convention": { beta: "0.9", learningRate: "(k) => 0.1 / k" },
  "rprop.largest": { learningRate: "1" },
  "sgdw.decayBy": { weightDecay: "0.01" },
  "withPlateau.cooldown": { threshold: "0.9", patience: "0" },
  "withPlateau.epsilon": { threshold: "0.9", patience: "0", factor: "0.5" },
  "withPlateau.factor": { threshold: "0.9", patience: "0" },
  "withPlateau.minLearningRate": { threshold: "0.9", patience: "0" },
  "withPlateau.patience": { threshold: "0.9" },
  "withPlateau.thresholdMode": { threshold: "0.9", patience: "0" },
};
