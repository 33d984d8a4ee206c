import { saveFile } from "#components/shell/save-file.ts";
import { type Assignment, picked } from "#src/classroom/assignment.ts";
import { assignmentName, fileName } from "#src/classroom/file-name.ts";
import { LOCALE } from "#src/language/edition.ts";
import { say } from "#src/language/say.ts";
import { pack } from "#src/sharing/packed.ts";
import { missing } from "./draft.ts";

/** Links longer than this are cut off by some programs, in characters. */
const LONGEST_LINK = 8000;

/**
 * The part of the page where an assignment is given out: link, QR code, file, preview.
 *
 * @param student address of the page for students, from the root of the site
 * @returns to be called with the assignment as it is now
 */
export function giveOut(root: HTMLElement, student: string): (assignment: Assignment) => void {
  const part = <T extends HTMLElement>(name: string): T => {
    const found = root.querySelector<T>(`[data-part="${name}"]`);
    if (!found) throw new Error(`downhill-assign: the part "${name}" is missing`);
    return found;
  };
  const field = part<HTMLInputElement>("link");
  const qr = part<HTMLButtonElement>("qr");
  const place = part("qr-place");
  let now: Assignment | undefined;
  let turn = 0;

  const closeCode = () => {
    place.hidden = true;
    place.replaceChildren();
    qr.setAttribute("aria-expanded", "false");
    qr.textContent = say("Show the QR code");
  };
  const said = (text: string) => {
    part("given").textContent = text;
  };

  part("copy").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      said(say("The link is copied."));
    } catch {
      field.focus();
      field.select();
      said(
        say("The browser does not let the page copy. The link is selected: press Control and C."),
      );
    }
  });
  part("save").addEventListener("click", () => {
    if (!now) return;
    const name = fileName([assignmentName(now), now.id], ".json");
    saveFile(name, `${JSON.stringify(now, undefined, 1)}\n`, "application/json");
    said(say("Saved as {file}. Keep it for grading.", { file: name }));
  });
  qr.addEventListener("click", async () => {
    if (!place.hidden) return closeCode();
    const { qrCode, LONGEST_QR } = await import("#src/sharing/qr-code.ts");
    if (field.value.length > LONGEST_QR)
      return said(
        say(
          "A QR code of {length} characters is too fine for a camera; at most {limit} work. Give the link or the file.",
          { length: field.value.length, limit: LONGEST_QR },
        ),
      );
    place.innerHTML = qrCode(
      field.value,
      say("QR code of the link to “{title}”", { title: now?.title }),
    );
    place.hidden = false;
    qr.setAttribute("aria-expanded", "true");
    qr.textContent = say("Hide the QR code");
  });

  return (assignment) => {
    const lacks = missing(assignment);
    part("missing").replaceChildren(
      ...lacks.map((text) => Object.assign(document.createElement("li"), { textContent: text })),
    );
    part("ready").hidden = lacks.length > 0;
    said("");
    closeCode();
    const asked = ++turn;
    now = picked(assignment);
    if (lacks.length > 0) return;
    void pack(now).then((packed) => {
      if (asked !== turn) return;
      const address = `${location.origin}${student}`;
      field.value = `${address}#a=${packed}`;
      part<HTMLAnchorElement>("preview").href = `${address}#preview&a=${packed}`;
      const long = field.value.length > LONGEST_LINK;
      for (const name of ["link-place", "copy", "qr"]) part(name).hidden = long;
      part("link-said").textContent = long
        ? say(
            "The link would be {length} characters long, and some programs cut links of more than {limit}. Give your students the file: they open it at {address}",
            {
              length: field.value.length.toLocaleString(LOCALE),
              limit: LONGEST_LINK.toLocaleString(LOCALE),
              address,
            },
          )
        : say(
            "All of the assignment is in the link. When you change something here, the link changes too: give it to your students again.",
          );
    });
  };
}
