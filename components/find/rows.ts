import { make } from "#components/shell/make.ts";
import { sitePath } from "#src/course/site-path.ts";
import { say } from "#src/language/say.ts";
import { type Command, commandsOfPage, isMeant } from "./commands.ts";
import { type Finder, finderNow } from "./finder.ts";
import { hitsOf } from "./hits.ts";
import { leftOff } from "./left-off.ts";
import type { RowGroup } from "./list-box.ts";
import { plainRow, resultRow } from "./result-row.ts";

/** What the palette shows of a query; of an empty one, what a reader may want next. */
export function groupsFor(query: string, close: () => void): readonly RowGroup[] {
  const finder = finderNow();
  const row = (command: Command) => commandRow(command, close);
  const commands = commandsOfPage();
  if (query.trim() === "")
    return [
      { label: say("Where you left off"), rows: finder ? leftOffRows(finder) : [] },
      { label: say("On this page"), rows: sectionRows() },
      { label: say("Chapters"), rows: chapterRows(finder) },
      { label: say("To do here"), rows: commands.map(row) },
    ];
  const { hits, more } = hitsOf(query, finder);
  return [
    { label: say("To do here"), rows: commands.filter((one) => isMeant(one, query)).map(row) },
    { label: say("In the book"), rows: hits.map(resultRow), more },
  ];
}

function commandRow(command: Command, close: () => void): HTMLElement {
  const row = make(
    "div",
    { className: "find-row" },
    make("span", { className: "find-kind" }, say("Do")),
    make("span", { className: "find-title" }, command.title),
  );
  if (command.key !== undefined) row.append(make("kbd", {}, command.key));
  row.addEventListener("click", () => {
    close();
    command.run();
  });
  return row;
}

function leftOffRows({ entries }: Finder): readonly HTMLElement[] {
  const place = placeKept();
  if (!place) return [];
  const at = `${place.chapter}/#${place.anchor}`;
  const chapter = entries.find((entry) => entry.at === `${place.chapter}/`);
  const entry = entries.find((one) => one.at === at) ?? (chapter && { ...chapter, at });
  if (!entry) return [];
  const row = plainRow(entry);
  row.append(make("span", { className: "find-where" }, entry === chapter ? "" : entry.where));
  return [row];
}

function placeKept() {
  try {
    return leftOff(localStorage);
  } catch {
    // Storage may be denied: then nothing is kept.
    return undefined;
  }
}

function sectionRows(): readonly HTMLElement[] {
  const links = document.querySelectorAll<HTMLAnchorElement>(".outline a[href^='#']");
  return [...links].map((link) =>
    make(
      "a",
      { className: "find-row", href: link.getAttribute("href") ?? "" },
      make("span", { className: "find-kind" }, say("Section")),
      make("span", { className: "find-title" }, link.textContent),
    ),
  );
}

/** From the contents of the index; before it has come, there is a way to the contents. */
function chapterRows(finder: Finder | undefined): readonly HTMLElement[] {
  if (finder) return finder.entries.filter(({ kind }) => kind === "chapter").map(plainRow);
  const title = make("span", { className: "find-title" }, say("Contents"));
  return [make("a", { className: "find-row", href: sitePath() }, title)];
}
