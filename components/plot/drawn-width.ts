/** The size of the text that the labels of figures are made for, in pixels. */
const USUAL_TEXT = 16;
/** Below this width labels would meet: on a phone they grow less than the text. */
const NARROWEST = 300;

/**
 * The width that a figure is drawn for. It is drawn as if there were less room where the reader has
 * chosen larger text, and then stretched over the room that there is: so its labels grow with the
 * text, and what keeps them apart grows with them.
 *
 * @param pixels the room in the page, in CSS pixels
 * @param text the size of the page's text, in CSS pixels; 16 unless the reader has chosen another
 */
export function drawnWidth(pixels: number, text: number): number {
  const scaled = (pixels * USUAL_TEXT) / text;
  return Math.floor(text > USUAL_TEXT ? Math.max(scaled, Math.min(pixels, NARROWEST)) : scaled);
}
