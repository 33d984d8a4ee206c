/** The three steps of momentum of the book's first cell, written without a library. */
export const typescript = `const curvatures: number[] = [1, 25];
const eta = 1 / 9;
const beta = 4 / 9;

const theta: number[] = [-4, 1];
const v: number[] = [0, 0]; // the velocity starts at 0
for (let t = 1; t <= 3; t++) {
  for (let i = 0; i < 2; i++) {
    v[i] = beta * v[i] + curvatures[i] * theta[i];
    theta[i] -= eta * v[i];
  }
}
return theta.map((x) => x.toFixed(5)).join(" ");`;

/**
 * Makes the page's cell live: Run shows what `run` gives for the text of the cell.
 * @param {(source: string) => unknown} run
 * @param {() => string} [source] the text as it stands; the author's by default
 */
export function live(run, source = () => typescript) {
  const cell = document.querySelector("[data-cell]");
  const output = cell.querySelector("[data-part=output]");
  cell.querySelector("[data-part=run]").addEventListener("click", async () => {
    output.textContent = await run(source());
  });
  cell.dataset.ready = "";
}

/** Loads an editor over the cell's text when a reader first turns to it. */
export function editOnDemand() {
  const code = document.querySelector("[data-part=code]");
  code.addEventListener("click", async () => {
    const { mount } = await import("./codemirror.mjs");
    mount(code);
  });
}
