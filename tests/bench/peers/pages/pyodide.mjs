import { live } from "./cell.mjs";

const python = `curvatures = [1, 25]
eta = 1 / 9
beta = 4 / 9
theta = [-4.0, 1.0]
v = [0.0, 0.0]
for t in range(3):
    for i in range(2):
        v[i] = beta * v[i] + curvatures[i] * theta[i]
        theta[i] -= eta * v[i]
" ".join(f"{x:.5f}" for x in theta)`;

const folder = "/pyodide/";
const started = import(/* @vite-ignore */ `${folder}pyodide.mjs`).then(({ loadPyodide }) =>
  loadPyodide({ indexURL: folder }),
);
live(
  async (source) => (await started).runPython(source),
  () => python,
);
