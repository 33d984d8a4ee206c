import { say } from "#src/language/say.ts";
import { controlMakers } from "./control-makers.ts";
import { LANGUAGE } from "./language-names.ts";

/** Names that the notebook gives to every cell. */
export const given = [
  "display",
  "view",
  "download",
  "tex",
  "progress",
  ...Object.keys(controlMakers),
  "console",
];

const known = new Set([...LANGUAGE, ...given]);

const page = "window document localStorage sessionStorage navigator location alert prompt confirm";
const network = "fetch XMLHttpRequest WebSocket EventSource importScripts";

/** Whether a cell may use the name without any cell defining it. */
export function isGlobal(name: string): boolean {
  return known.has(name);
}

/** Why a name that browsers usually have is not there, as what follows "cell … uses X: ". */
export function whyMissing(name: string): string | undefined {
  if (page.split(" ").includes(name)) {
    return say("it belongs to the page, and cells run apart from it. Show values with display(…).");
  }
  if (network.split(" ").includes(name)) {
    return say("it reaches the network, and cells have none. Write the data into a cell.");
  }
  if (name === "require") return say("it is not available here. Write an import line instead.");
  if (name === "process" || name === "Buffer")
    return say("it is part of Node, not of the language.");
  return undefined;
}
