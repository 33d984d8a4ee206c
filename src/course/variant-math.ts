/** Marks of TeX within HTML that is set when its numbers are known: letters of private use. */
export const MATH_START = "\uE000";
export const MATH_END = "\uE001";

const WAITING = new RegExp(`${MATH_START}([^${MATH_END}]*)${MATH_END}`, "g");

/** HTML with the formulas set that waited in it. */
export function typesetWaiting(html: string, renderMath: (tex: string) => string): string {
  return html.replace(WAITING, (_, tex: string) => renderMath(tex));
}
