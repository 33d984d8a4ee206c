import { escaped } from "#src/course/escaped.ts";
import { say } from "#src/language/say.ts";
import { qrCode } from "#src/sharing/qr-code.ts";

/**
 * Puts the link code of a figure beside it: a QR code that leads from paper to the live figure, and
 * in a PDF a link to it.
 * @param address where the figure is online
 */
export function addLinkCode(figure: Element, address: string): Element {
  const name = figure.querySelector(".widget-title")?.textContent?.trim() ?? say("This figure");
  const link = figure.ownerDocument.createElement("a");
  link.setAttribute("class", "link-code");
  link.setAttribute("href", address);
  link.innerHTML = `${qrCode(address, say("{name}, online", { name }))}<span aria-hidden="true">${escaped(say("live figure"))}</span>`;
  figure.append(link);
  return link;
}
