import { parseHTML } from "linkedom";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer, AnswerForm } from "#components/exercise/answer-form.ts";
import type { Progress } from "#src/grading/progress.ts";
import type { Verdict } from "#src/grading/verdict.ts";
import { fakeStorage } from "../../fake-storage.ts";

const KEY = "downhill:exercise:momentum:step";
const PAGE = `<div data-chapter="momentum"><downhill-exercise data-exercise="step">
  <form data-part="form"></form><script type="application/json" data-part="spec">{}</script>
  <div data-part="bar"><button data-part="check"></button><button data-part="stop"></button>
  <button data-part="reset"></button></div><p data-part="first"></p><p data-part="state"></p>
  <div data-part="verdict"></div><div data-part="explanation"></div>
  <details data-part="solution"><summary></summary></details>
</downhill-exercise></div>`;

/** An exercise on code whose editor is not open yet: what is put into it is not told back. */
function codeOf(code: string) {
  const verdicts: ((verdict: Verdict) => void)[] = [];
  const form: AnswerForm = {
    read: () => code,
    write: (answer: Answer) => {
      code = String(answer);
    },
    grade: () => new Promise((resolve) => verdicts.push(resolve)),
    mark: () => {},
    stop: () => {},
    resets: true,
  };
  return { form, verdicts };
}

describe("an exercise on the page", () => {
  let code = codeOf("");
  let { storage, map } = fakeStorage();
  let exercise: HTMLElement;
  let inner = "";

  beforeEach(async () => {
    ({ storage, map } = fakeStorage());
    code = codeOf("starter");
    const page = parseHTML(PAGE);
    inner = page.document.querySelector("downhill-exercise")?.innerHTML ?? "";
    vi.stubGlobal("localStorage", storage);
    vi.stubGlobal("window", page.window);
    const names = "document HTMLElement Element customElements Event CustomEvent";
    for (const name of names.split(" ")) vi.stubGlobal(name, Reflect.get(page.window, name));
    vi.stubGlobal("addEventListener", () => {});
    vi.stubGlobal("innerHeight", 0);
    vi.resetModules();
    vi.doMock("#components/exercise/form-of.ts", () => ({ formOf: () => code.form }));
    vi.doMock("#components/exercise/material.ts", () => ({
      loadMaterial: async () => ({ feedback: {} }),
    }));
    await import("#components/exercise/element.ts");
    exercise = page.document.querySelector("downhill-exercise") as unknown as HTMLElement;
    exercise.getBoundingClientRect = () => ({ top: 0, bottom: 0 }) as DOMRect;
  });
  afterEach(() => {
    vi.doUnmock("#components/exercise/form-of.ts");
    vi.doUnmock("#components/exercise/material.ts");
    vi.resetModules();
    vi.unstubAllGlobals();
  });

  const part = (name: string) => exercise.querySelector<HTMLElement>(`[data-part=${name}]`);
  const press = (name: string) => part(name)?.dispatchEvent(new Event("click"));
  const check = () => part("form")?.dispatchEvent(new Event("submit", { cancelable: true }));
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  const saved = () => JSON.parse(map.get(KEY) ?? "").value as Progress;

  it("says no more of an answer that Reset has put away", async () => {
    code.form.write("mine");
    check();
    await settled();
    code.verdicts[0]?.({ kind: "fail", message: "Not this.", credit: 0 });
    await settled();
    expect(part("verdict")?.textContent).toContain("Not this.");
    press("reset");
    expect(part("verdict")?.textContent).toBe("");
    expect(saved()).toMatchObject({ answer: "starter", before: "mine", attempts: 1 });
  });

  it.each(["input", "submit"])(
    "still says after the first %s that a save could not be read, and after a save too",
    async (kind) => {
      const page = exercise.parentElement;
      map.set(KEY, "{damaged");
      exercise.remove();
      const again = page?.ownerDocument.createElement("downhill-exercise") as HTMLElement;
      again.dataset["exercise"] = "step";
      again.innerHTML = inner;
      page?.append(again);
      exercise = again;
      exercise.getBoundingClientRect = () => ({ top: 0, bottom: 0 }) as DOMRect;
      expect(exercise.textContent).toContain("Your saved work is damaged");
      code.form.write("mine");
      part("form")?.dispatchEvent(new Event(kind, { cancelable: true }));
      await settled();
      code.verdicts[0]?.({ kind: "pass" });
      await new Promise((resolve) => setTimeout(resolve, 600));
      expect(saved().answer).toBe("mine");
      expect(exercise.textContent?.match(/Your saved work is damaged/g)).toHaveLength(1);
    },
  );

  it("counts no check of an answer that Reset has put away meanwhile", async () => {
    code.form.write("mine");
    check();
    await settled();
    press("reset");
    code.verdicts[0]?.({ kind: "pass" });
    await settled();
    expect(part("verdict")?.textContent).toBe("");
    expect(saved()).toMatchObject({ answer: "starter", attempts: 0, passed: false });
  });
});
