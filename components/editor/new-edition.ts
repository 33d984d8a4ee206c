import { addStyle } from "#components/shell/add-style.ts";
import { button } from "#components/shell/make.ts";
import { say } from "#src/language/say.ts";
import { lineDiff } from "#src/notebook/line-diff.ts";
import { bothChanges } from "#src/notebook/line-merge.ts";
import { diffLines } from "./diff-lines.ts";
import css from "./new-edition.css?inline";

export interface NewEditionOptions {
  /** What the question stands after. */
  readonly after: Element;
  /** What has changed: "cell", "exercise". */
  readonly of: string;
  /** The author's text that the reader's was made from, and the author's present one. */
  readonly base: string;
  readonly author: string;
  /** The reader's text as it stands now. */
  readonly mine: () => string;
  /** The reader's text stays. */
  readonly onKeep: () => void;
  /** The reader wants the author's text, or one that has the changes of both. */
  readonly onTake: (text: string, of: "author" | "both") => void;
}

/**
 * Asks what to do now that the author has changed a text of which the reader has a version of their
 * own. The question goes when it is answered; until then it is asked at each visit.
 *
 * @returns how to take the question back
 */
export function askNewEdition(options: NewEditionOptions): () => void {
  const { after, of, base, author, mine, onKeep, onTake } = options;
  addStyle(css);
  const panel = document.createElement("section");
  panel.className = "edition";
  panel.setAttribute("aria-label", say("The author has changed this {thing}", { thing: of }));
  const words = document.createElement("p");
  words.textContent = say(
    "The author has changed this {thing} since you wrote your text. Yours is still here.",
    { thing: of },
  );
  const choices = document.createElement("p");
  choices.className = "edition-choices";
  const change = button(say("What the author changed"), () => {
    const open = change.getAttribute("aria-expanded") !== "true";
    change.setAttribute("aria-expanded", String(open));
    panel.querySelector("pre")?.remove();
    if (open)
      choices.after(
        diffLines(
          lineDiff(base, author),
          {
            label: say("What the author changed"),
            ours: say("was:"),
            theirs: say("is now:"),
          },
          "edition-diff",
        ),
      );
  });
  change.setAttribute("aria-expanded", "false");
  const both = button(say("Put both together"), () => {
    const text = bothChanges(base, mine(), author);
    if (text !== undefined) answer(() => onTake(text, "both"));
    else {
      both.disabled = true;
      words.textContent = say(
        "Your change and the author’s touch the same lines, so they cannot be put together. Keep yours, or take the author’s; yours then stays at hand.",
      );
    }
  });
  both.hidden = bothChanges(base, mine(), author) === undefined;
  choices.append(
    change,
    button(say("Keep mine"), () => answer(onKeep)),
    button(say("Take the author’s"), () => answer(() => onTake(author, "author"))),
    both,
  );
  panel.append(words, choices);
  after.after(panel);

  function answer(then: () => void) {
    panel.remove();
    then();
  }

  return () => panel.remove();
}
