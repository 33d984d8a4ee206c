import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { LiveEditor, LivePreview, LiveProvider } from "react-live";
import { typescript } from "./cell.mjs";

// Its cell is a component: the same text inside a function, rendered when Run is pressed.
function Cell() {
  const [runs, setRuns] = useState(0);
  const code = `() => { ${typescript}\n}${" ".repeat(runs)}`;
  return createElement(
    LiveProvider,
    { code: runs === 0 ? "" : code, enableTypeScript: true, noInline: false },
    createElement(LiveEditor, { code }),
    createElement("button", {
      type: "button",
      "data-part": "run",
      onClick: () => setRuns(runs + 1),
      ref: (button) => {
        if (button) document.querySelector("[data-cell]").dataset.ready = "";
      },
    }),
    createElement("div", { "data-part": "output" }, createElement(LivePreview)),
  );
}

const root = document.querySelector("[data-cell]");
root.replaceChildren();
createRoot(root).render(createElement(Cell));
