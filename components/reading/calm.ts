/** Whether nothing is to move by itself: the reader has said so here, or to the system. */
export function calm(): boolean {
  return (
    document.documentElement.dataset["motion"] === "reduced" ||
    matchMedia("(prefers-reduced-motion: reduce)").matches
  );
}
