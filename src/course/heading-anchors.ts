/**
 * Gives headings the anchors that Markdown gives them, one after the other in their order; the second
 * of the same words has a number.
 */
export function headingAnchors(): (heading: string) => string {
  const uses = new Map<string, number>();
  return (heading) => {
    const words = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
      .replaceAll(" ", "-");
    const before = uses.get(words) ?? 0;
    uses.set(words, before + 1);
    return before === 0 ? words : `${words}-${before}`;
  };
}
