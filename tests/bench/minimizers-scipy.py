"""Evaluations that SciPy's minimizers need until max|gradient| <= 1e-8.

Reads a list of {name, start, data} from standard input (see peer-problems.ts) and writes
{version, counts: {name: {method: evaluations or null}}}; null where the tolerance is never reached.
"""

import json
import sys

import numpy as np
import scipy
from scipy.optimize import minimize

TOLERANCE = 1e-8
OPTIONS = {
    "L-BFGS-B": {"ftol": 0, "maxcor": 10, "maxfun": 100_000},
    "BFGS": {},
    "CG": {},
}


def function(data):
    kind = data["kind"]
    if kind == "chained-rosenbrock":
        return rosenbrock
    if kind == "beale":
        return beale
    if kind == "quadratic":
        matrix = np.array(data["A"])
        return lambda x: (0.5 * x @ (matrix @ x), matrix @ x)
    return logistic(np.array(data["X"]), np.array(data["y"]), data["l2"])


def rosenbrock(x):
    off = x[1:] - x[:-1] ** 2
    gradient = np.zeros_like(x)
    gradient[:-1] = -400 * x[:-1] * off - 2 * (1 - x[:-1])
    gradient[1:] += 200 * off
    return np.sum(100 * off**2 + (1 - x[:-1]) ** 2), gradient


def beale(x):
    powers = x[1] ** np.arange(1, 4)
    residuals = np.array([1.5, 2.25, 2.625]) - x[0] * (1 - powers)
    slopes = np.array([1, 2 * x[1], 3 * x[1] ** 2])
    return residuals @ residuals, 2 * np.array(
        [residuals @ (powers - 1), residuals @ (x[0] * slopes)]
    )


def logistic(features, labels, l2):
    def value_and_gradient(w):
        scores = features @ w
        loss = np.mean(np.logaddexp(0, scores) - labels * scores)
        excess = 1 / (1 + np.exp(-scores)) - labels
        return loss + 0.5 * l2 * w @ w, features.T @ excess / len(labels) + l2 * w

    return value_and_gradient


def evaluations(problem, method):
    f = function(problem["data"])
    options = {"gtol": TOLERANCE, "maxiter": 100_000, **OPTIONS[method]}
    result = minimize(f, np.array(problem["start"]), jac=True, method=method, options=options)
    reached = np.max(np.abs(f(result.x)[1])) <= TOLERANCE
    return int(result.nfev) if reached else None


problems = json.load(sys.stdin)
counts = {p["name"]: {method: evaluations(p, method) for method in OPTIONS} for p in problems}
print(json.dumps({"version": scipy.__version__, "counts": counts}))
