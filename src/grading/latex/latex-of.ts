import { readTree, type Unreadable } from "../expression.ts";
import { writeLatex } from "./write-latex.ts";

/** The TeX of a formula typed as plain text, or why it cannot be read. An empty text is empty TeX. */
export function latexOf(
  text: string,
  variables: readonly string[],
): { readonly kind: "latex"; readonly latex: string } | Unreadable {
  if (text.trim() === "") return { kind: "latex", latex: "" };
  const read = readTree(text, variables);
  return read.kind === "tree" ? { kind: "latex", latex: writeLatex(read.tree) } : read;
}
