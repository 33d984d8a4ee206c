import { escaped } from "#src/course/escaped.ts";
import { learnerSeed } from "#src/grading/learner.ts";
import { readCode, type Varies, writeCode } from "#src/grading/variant.ts";
import { say } from "#src/language/say.ts";

export interface VariantBar {
  /** Says which numbers are on their way. */
  wait(code: string | undefined): void;
  /** Says which numbers are shown: a code, or nothing for those of the book. */
  show(code: string | undefined): void;
  /** Says what stands in the way. */
  warn(problem: string): void;
}

export interface VariantBarOptions {
  /** The bar is put after this. */
  readonly after: HTMLElement;
  /** The exercise's title, for what the controls are called. */
  readonly title: string;
  /** How the numbers vary; rejects when it cannot be loaded. */
  readonly varies: () => Promise<Varies>;
  /** The codes of all variants that the learner has had. */
  readonly used: () => readonly string[];
  /** Called with the code that the learner chose; nothing for the numbers of the book. */
  readonly onChoice: (code: string | undefined) => void;
}

/** The controls with which a learner takes new numbers, goes back to the book's, or types a code. */
export function variantBar(options: VariantBarOptions): VariantBar {
  const { after, title, varies, used, onChoice } = options;
  const bar = document.createElement("div");
  bar.className = "exercise-variants";
  bar.innerHTML = `
    <button type="button" data-variant="new">${escaped(say("New numbers"))}</button>
    <button type="button" data-variant="book" hidden>${escaped(say("The book’s numbers"))}</button>
    <span role="status" data-variant="state"></span>
    <details>
      <summary>${escaped(say("Numbers by code"))}</summary>
      <form novalidate><label>${escaped(say("Code"))} <input type="text" size="14" spellcheck="false" autocapitalize="off" placeholder="1.k3f9.2" /></label> <button type="submit">${escaped(say("Show"))}</button></form>
    </details>`;
  after.after(bar);
  const find = <T extends HTMLElement>(name: string) =>
    bar.querySelector<T>(`[data-variant=${name}]`) as T;
  const state = find("state");
  const input = bar.querySelector("input") as HTMLInputElement;
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", say("Numbers of {title}", { title }));
  const tell = (text: string, warns = false) => {
    state.textContent = text;
    state.toggleAttribute("data-warns", warns);
  };
  const choose = async (choice: (varies: Varies) => string | undefined) => {
    try {
      const code = choice(await varies());
      onChoice(code);
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error), true);
    }
  };

  find("new").addEventListener("click", () =>
    choose((how) => {
      const learner = learnerSeed();
      const counts = used().map((one) => {
        const read = readCode(one, how);
        return "code" in read && read.code.learner === learner ? read.code.count : 0;
      });
      return writeCode({ edition: how.edition, learner, count: 1 + Math.max(0, ...counts) });
    }),
  );
  find("book").addEventListener("click", () => onChoice(undefined));
  bar.querySelector("form")?.addEventListener("submit", (event) => {
    event.preventDefault();
    choose((how) => {
      const read = readCode(input.value, how);
      if ("problem" in read) throw new Error(read.problem);
      return writeCode(read.code);
    });
  });

  return {
    wait(code) {
      find("book").hidden = code === undefined;
      tell(
        code === undefined
          ? say("Loading the book’s numbers…")
          : say("Loading variant {code}…", { code }),
      );
    },
    show: (code) => tell(code === undefined ? "" : say("Variant {code}", { code })),
    warn: (problem) => tell(problem, true),
  };
}

/** The place where numbers that were given, and cannot be chosen, are named. */
export function givenNumbers({ after, title }: VariantBarOptions): VariantBar {
  const bar = document.createElement("p");
  bar.className = "exercise-variants";
  bar.setAttribute("role", "status");
  bar.setAttribute("aria-label", say("Numbers of {title}", { title }));
  after.after(bar);
  const tell = (text: string, warns = false) => {
    bar.textContent = text;
    bar.toggleAttribute("data-warns", warns);
  };
  return {
    wait: (code) => tell(say("Loading variant {code}…", { code })),
    show: (code) => tell(say("Your numbers: variant {code}", { code })),
    warn: (problem) => tell(problem, true),
  };
}
