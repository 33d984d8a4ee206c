/** A part of a text, which may stand below the line. */
export interface LinePart {
  readonly text: string;
  readonly low: boolean;
}

/** After one letter: another one, or several in brackets. A name in code has longer words. */
const SUBSCRIPT =
  /(?<=(?<!\p{L})\p{L}\p{M}*)_(?:\((?<several>[^()]*)\)|(?<one>\p{L}|∞)(?![\p{L}\d_]))/gu;

/** A plain text in parts, with the subscripts that have no small characters apart: `η_C`, `t_(1/2)`. */
export function subscriptsIn(text: string): readonly LinePart[] {
  const parts: LinePart[] = [];
  let at = 0;
  for (const { 0: whole, index, groups } of text.matchAll(SUBSCRIPT)) {
    if (index > at) parts.push({ text: text.slice(at, index), low: false });
    parts.push({ text: groups?.["several"] ?? groups?.["one"] ?? "", low: true });
    at = index + whole.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), low: false });
  return parts;
}
