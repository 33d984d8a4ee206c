/** What is one stop of the keyboard, with symbols inside. */
export const GROUP = ".equation-body, .listing > pre, .cell-code > pre";

/** Whether the arrow keys have to scroll a group sideways: then Shift and an arrow go through it. */
export function scrollsSideways(group: Element): boolean {
  return group.matches("pre") && group.scrollWidth > group.clientWidth;
}
