/** Parts of a chapter that keep their size while they are not drawn (prose.css). */
const PARTS = ":scope > :not(h2, h3, h4, astro-island, script, style), :scope > astro-island > *";

/** What has to be drawn: the note beside it takes its place from it. */
const MARK = "[id^=user-content-fnref]";

/**
 * While an editor has the keyboard, of its chapter only what is near the window is drawn. Else the
 * browser goes through the whole page at each key, which in a page of formulas takes longer than the
 * cell that is being written.
 */
export function drawNear(editor: HTMLElement): void {
  const prose = editor.closest(".prose");
  if (!prose) return;
  let far: readonly HTMLElement[] = [];
  editor.addEventListener("focusin", () => {
    if (far.length > 0) return;
    far = [...prose.querySelectorAll<HTMLElement>(PARTS)].filter(
      (part) => !part.contains(editor) && !part.matches(".footnotes") && !part.querySelector(MARK),
    );
    for (const part of far) part.dataset["far"] = "";
  });
  editor.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && editor.contains(relatedTarget)) return;
    for (const part of far) delete part.dataset["far"];
    far = [];
  });
}
