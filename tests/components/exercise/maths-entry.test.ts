import { parseHTML } from "linkedom";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { mathsEntry } from "#components/exercise/maths-entry.ts";
import type { MathsField } from "#components/exercise/maths-field.ts";

describe("an answer written as mathematics", () => {
  let latex = "";
  let field: HTMLElement;
  let form: HTMLFormElement;
  let input: HTMLInputElement;
  let entry: ReturnType<typeof mathsEntry>;

  beforeEach(async () => {
    const { document, window } = parseHTML("<form><label>f <input></label></form>");
    vi.stubGlobal("document", document);
    vi.stubGlobal("Event", window.Event);
    form = document.querySelector("form") as unknown as HTMLFormElement;
    input = document.querySelector("input") as unknown as HTMLInputElement;
    input.focus = () => {};
    vi.resetModules();
    vi.doMock("#components/exercise/maths-field.ts", () => ({
      placeMathsField(before: Element): MathsField {
        field = document.createElement("math-field") as unknown as HTMLElement;
        before.before(field);
        return {
          element: field,
          latex: () => latex,
          write: (text) => {
            latex = text;
          },
          focus: () => {},
          toggleKeys: () => {},
          remove: () => field.remove(),
        };
      },
    }));
    const { mathsEntry } = await import("#components/exercise/maths-entry.ts");
    input.value = "2*b";
    entry = mathsEntry(form, input, ["b", "L"]);
    swap()?.click();
    await vi.waitFor(() => expect(field?.isConnected).toBe(true));
  });
  afterEach(() => {
    vi.doUnmock("#components/exercise/maths-field.ts");
    vi.resetModules();
    vi.unstubAllGlobals();
  });

  const swap = () => form.querySelector<HTMLButtonElement>(".maths-buttons button");
  const reading = () => form.querySelector(".maths-reading")?.textContent;
  function write(text: string) {
    latex = text;
    field.dispatchEvent(new Event("input"));
  }
  const pressEscape = () =>
    field.dispatchEvent(
      Object.assign(new Event("keydown", { cancelable: true }), { key: "Escape" }),
    );

  it("goes back to the text box when the text box has all of it", () => {
    write("2b+L");
    pressEscape();
    expect([field.isConnected, input.hidden, input.value]).toEqual([false, false, "2*b+L"]);
  });

  it.each([
    ["Escape", pressEscape],
    ["the button", () => swap()?.click()],
  ])(
    "stays when %s would lose what cannot be read, says so, and goes at the second time",
    (_, leave) => {
      write("2b+\\int");
      leave();
      expect([field.isConnected, input.hidden, entry.problem() !== undefined]).toEqual([
        true,
        true,
        true,
      ]);
      expect(reading()).toMatch(/^An integral sign .* The text box has “2\*b” of it\./);
      leave();
      expect([field.isConnected, input.hidden, input.value]).toEqual([false, false, "2*b"]);
    },
  );

  it("stays again when it has been changed since", () => {
    write("2b+");
    pressEscape();
    write("2b+L+");
    pressEscape();
    expect(field.isConnected).toBe(true);
    write("2b+L");
    pressEscape();
    expect([field.isConnected, input.value]).toEqual([false, "2*b+L"]);
  });

  it("goes back with a name that the answer has not, which the text box has too", () => {
    write("2b+x");
    pressEscape();
    expect([field.isConnected, input.value]).toEqual([false, "2*b+x"]);
  });

  it("is told to be wrong where it is read aloud too", () => {
    entry.mark(true);
    expect(field.getAttribute("aria-invalid")).toBe("true");
    entry.mark(false);
    expect(field.hasAttribute("aria-invalid")).toBe(false);
  });
});
