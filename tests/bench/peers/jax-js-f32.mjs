import { numpy as np } from "@jax-js/jax";
import { jaxUpdate } from "./jax-js.mjs";

export const update = jaxUpdate(np.float32);
