import type { Notebook } from "#src/notebook/document.ts";
import { notebookData } from "#src/notebook/document-file.ts";
import { pack } from "#src/sharing/packed.ts";
import { button, make } from "./make.ts";

/** Longer links are cut off by programs for mail and chat. */
const LONGEST = 16_000;

/** The link that holds a whole notebook, or nothing when it would be too long. */
export async function notebookLink(
  notebook: Notebook,
  by: string,
  page: string,
): Promise<{ readonly link: string } | { readonly problem: string }> {
  const link = `${page}#share=${await pack(notebookData(notebook, by))}`;
  if (link.length <= LONGEST) return { link };
  return {
    problem: `This notebook is too long for a link: ${link.length} characters, where ${LONGEST} get through mail and chat. Save it as a file and send that.`,
  };
}

/** The link to a notebook, made and copied when it is asked for. */
export function shareBox(present: () => Notebook): {
  readonly toggle: HTMLElement;
  readonly panel: HTMLElement;
} {
  const name = make("input", { type: "text", maxLength: 60, autocomplete: "name" });
  const link = make("input", { type: "text", readOnly: true, hidden: true });
  link.ariaLabel = "Link to this notebook";
  const words = make("p", { className: "scratch-words" });
  words.setAttribute("role", "status");
  const panel = make("div", { className: "scratch-share", id: "share", hidden: true });

  async function copy() {
    const made = await notebookLink(present(), name.value, location.href.replace(/#.*$/, ""));
    link.hidden = !("link" in made);
    if ("problem" in made) {
      words.textContent = made.problem;
      return;
    }
    link.value = made.link;
    try {
      await navigator.clipboard.writeText(made.link);
      words.textContent = `Copied: a link of ${made.link.length} characters that holds the whole notebook.`;
    } catch {
      link.select();
      words.textContent = `This browser did not let the page copy. Copy the link from the field: ${made.link.length} characters.`;
    }
  }

  const toggle = button(
    "Link",
    () => {
      panel.hidden = !panel.hidden;
      toggle.ariaExpanded = String(!panel.hidden);
      if (!panel.hidden) name.focus();
    },
    "Link to this notebook",
  );
  toggle.ariaExpanded = "false";
  toggle.setAttribute("aria-controls", panel.id);
  panel.append(
    make("label", {}, "Your name, if you like ", name),
    button("Copy the link", () => void copy()),
    link,
    words,
  );
  return { toggle, panel };
}
