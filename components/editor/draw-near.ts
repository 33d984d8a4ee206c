/** Parts of a chapter that keep their size while they are not drawn (prose.css). */
const PARTS = ":scope > :not(h2, h3, h4, astro-island, script, style), :scope > astro-island > *";

/** What has to be drawn: the note beside it takes its place from it. */
const MARK = "[id^=user-content-fnref]";

/** Milliseconds after which all is drawn again: a press that takes the keyboard away comes first. */
const AFTERWARDS = 300;

/**
 * While an editor has the keyboard, of its chapter only what is near the window is drawn. Else the
 * browser goes through the whole page at each key, which in a page of formulas takes longer than the
 * cell that is being written. Not before all has been laid out once, and has its size.
 */
export function drawNear(editor: HTMLElement): void {
  const prose = editor.closest(".prose");
  if (!prose) return;
  let far: readonly HTMLElement[] = [];
  let ending: ReturnType<typeof setTimeout> | undefined;
  editor.addEventListener("focusin", () => {
    clearTimeout(ending);
    if (far.length > 0 || document.documentElement.dataset["whole"] === undefined) return;
    far = [...prose.querySelectorAll<HTMLElement>(PARTS)].filter(
      (part) => !part.contains(editor) && !part.matches(".footnotes") && !part.querySelector(MARK),
    );
    for (const part of far) part.dataset["far"] = "";
  });
  editor.addEventListener("focusout", () => {
    ending = setTimeout(() => {
      for (const part of far) delete part.dataset["far"];
      far = [];
    }, AFTERWARDS);
  });
}
