import { requireKnown, requireOneOf, requireWhole, show } from "../internal/guard.ts";
import { mulberry32, mulberry32Skip } from "../random.ts";
import type { InPlace, Method, Objective, Oracle, State, Vec } from "../types.ts";

export interface ParameterServerOptions {
  /** How many workers compute gradients at the same time, a whole number, 1 or more. */
  readonly workers: number;
  /** Who is ready next: each in turn (default), or anyone, at random. */
  readonly order?: "in turn" | "random";
  /** Decides the random order: any whole number. Default 0. */
  readonly seed?: number;
}

/** The server's point and memory, and where each worker takes its gradient. */
export interface ParameterServerState<S extends State> extends State {
  readonly server: S;
  readonly copies: readonly Vec[];
}

/**
 * Asynchronous training with a parameter server: in every step one worker hands in the gradient
 * that it computed at its own, old copy of x. The server takes a step with it, and the worker
 * goes on from the new x.
 *
 *     x_k = step of the server's method with g = ∇f(copy of the worker)
 *     copy of the worker ← x_k
 *
 * In turn, W workers make every gradient τ = W − 1 steps old; in random order it is so on
 * average. On f = ½λx² gradient descent then needs αλ < `delayedRateLimit(τ)` instead of 2. One
 * worker is the method itself.
 *
 * @param method what the server does; a method of order 1 that asks for gradients only.
 * @throws TypeError for an unknown option or a value of another type, RangeError for an option
 *   outside its range, a seed that is no whole number, or a method of order 0 or 2.
 * Source: Dean et al. 2012 (Downpour SGD), one step for each gradient.
 */
export function parameterServer<S extends State>(
  method: Method<S>,
  options: ParameterServerOptions,
): Method<ParameterServerState<S>> {
  const where = "parameterServer";
  requireKnown(where, options, ["workers", "order", "seed"]);
  const workers = requireWhole(where, "workers", options.workers, 1);
  const order = requireOneOf(where, "order", options.order ?? "in turn", ["in turn", "random"]);
  const { seed = 0 } = options;
  if (!Number.isInteger(seed))
    throw new RangeError(`${where}: seed must be a whole number, got ${show(seed)}`);
  if (method.order !== 1)
    throw new RangeError(
      `${where}: the server's method must be of order 1, because workers send gradients, got ${method.name} of order ${method.order}`,
    );
  const { inPlace } = method;
  /** The worker that hands in gradient k. */
  const workerOf = (k: number): number =>
    order === "in turn"
      ? (k - 1) % workers
      : Math.floor(workers * mulberry32(mulberry32Skip(seed, k - 1))());
  const copiesOf = (x0: Vec): Vec[] => Array.from({ length: workers }, () => Float64Array.from(x0));

  return {
    name: `${method.name} on a parameter server`,
    order: 1,
    init: (oracle, x0) => {
      const server = method.init(oracle, x0);
      return { k: 0, x: server.x, server, copies: copiesOf(x0) };
    },
    step(oracle, state) {
      const worker = workerOf(state.k + 1);
      const server = method.step(gradientsFrom(oracle, state.copies[worker]!), state.server);
      const { k, x, stepLength, stalled, diverged } = server;
      const copies = state.copies.map((copy, w) => (w === worker ? Float64Array.from(x) : copy));
      return {
        k,
        x,
        server,
        copies,
        ...(stepLength !== undefined && { stepLength }),
        ...(stalled !== undefined && { stalled }),
        ...(diverged !== undefined && { diverged }),
      };
    },
    ...(inPlace && {
      inPlace(x0) {
        const copies = copiesOf(x0);
        return served(inPlace(x0), (k) => copies[workerOf(k)]!);
      },
    }),
  };
}

/**
 * The largest αλ with which gradient descent converges on f = ½λx² when every gradient is `delay`
 * steps old, 2 sin(π / (2 (2τ + 1))): 2, 1, 0.618, 0.445, … Then a root of
 * z^{τ+1} − z^τ + αλ = 0 leaves the unit circle.
 *
 * @param delay τ, a whole number.
 */
export function delayedRateLimit(delay: number): number {
  requireWhole("delayedRateLimit", "delay", delay);
  return 2 * Math.sin(Math.PI / (2 * (2 * delay + 1)));
}

/** The same oracle, but for gradients: those are taken elsewhere. */
function gradientsFrom(oracle: Oracle, elsewhere: Vec): Oracle {
  return {
    dim: oracle.dim,
    get calls() {
      return oracle.calls;
    },
    f: (x) => oracle.f(x),
    g: () => oracle.g(elsewhere),
    h: (x) => oracle.h(x),
    hv: (x, v) => oracle.hv(x, v),
  };
}

/** The server at work on its own buffers, and the copies that it hands out on theirs. */
function served(server: InPlace, copyAt: (k: number) => Vec): InPlace {
  let seen: Objective;
  let copy: Vec;
  const stale = (dim: number): Objective => ({
    dim,
    value: (x) => seen.value(x),
    gradient: () => seen.gradient(copy),
    gradientInto(_x, out) {
      if (seen.gradientInto === undefined) out.set(seen.gradient(copy));
      else seen.gradientInto(copy, out);
    },
  });
  const objective = stale(server.x.length);
  return {
    x: server.x,
    advance(current, k) {
      seen = current;
      copy = copyAt(k);
      const ending = server.advance(objective, k);
      if (ending === undefined) copy.set(server.x);
      return ending;
    },
  };
}
