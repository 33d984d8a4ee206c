import * as monaco from "monaco-editor";
import EditorWorker from "monaco-editor/editor/editor.worker.js?worker";
import TypeScriptWorker from "monaco-editor/languages/features/typescript/ts.worker.js?worker";
import { live, typescript } from "./cell.mjs";

globalThis.MonacoEnvironment = {
  getWorker: (_, label) => (label === "typescript" ? new TypeScriptWorker() : new EditorWorker()),
};
const parent = document.querySelector("[data-part=code]");
parent.replaceChildren();
parent.style.height = "300px";
const model = monaco.editor.createModel(
  `function cell() {\n${typescript}\n}`,
  "typescript",
  monaco.Uri.parse("file:///cell.ts"),
);
monaco.editor.create(parent, { model });

// The types are stripped by the language service that comes with it.
live(async () => {
  const open = await languageService();
  const service = await open(model.uri);
  const { outputFiles } = await service.getEmitOutput(model.uri.toString());
  return new Function(`${outputFiles[0].text}; return cell();`)();
});

/** It is registered a little after the editor has met the language, and rejects until then. */
async function languageService() {
  for (;;) {
    try {
      return await monaco.typescript.getTypeScriptWorker();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}
