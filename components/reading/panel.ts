import { addStyle } from "#components/shell/add-style.ts";
import { button, make } from "#components/shell/make.ts";
import { say, sayCount } from "#src/language/say.ts";
import { keepSettings } from "./kept-settings.ts";
import { obey } from "./obey.ts";
import css from "./panel.css?inline";
import { forgetPlaces } from "./place-store.ts";
import { CHOICES, type ReadingSettings, SETTINGS, type Setting, settingsOf } from "./settings.ts";

/** What the reader sees of the settings: their names, and a word for each choice. */
const WORDS: { readonly [K in Setting]: readonly [string, Readonly<Record<string, string>>] } = {
  theme: [say("Colours"), { system: say("as the system"), light: say("light"), dark: say("dark") }],
  contrast: [
    say("Contrast"),
    { system: say("as the system"), normal: say("normal"), high: say("high") },
  ],
  size: [say("Text size"), {}],
  motion: [say("Motion"), { system: say("as the system"), reduced: say("only what I start") }],
  show: [say("Show"), { all: say("everything"), text: say("text and pictures only") }],
  place: [say("Where I stopped"), { kept: say("remember"), off: say("do not") }],
};
/** Text sizes from small to large; the first of the choices is the one between. */
const BY_SIZE = [...CHOICES.size].sort((a, b) => Number(a) - Number(b));

let panel: HTMLElement | undefined;

/**
 * Makes the settings beside their button and opens them; from then on the button does it by itself.
 * The keyboard goes there, and comes back.
 */
export function openPanel(opener: HTMLButtonElement): void {
  if (panel) return;
  panel = made(opener);
  panel.showPopover();
}

function made(opener: HTMLButtonElement): HTMLElement {
  addStyle(css);
  const said = make("p", { className: "reading-said" });
  said.setAttribute("role", "status");
  const change = () => {
    const settings = chosenIn(form);
    obey(settings);
    said.textContent = keepSettings(settings) ?? "";
  };
  const form = make("form", {}, ...SETTINGS.map(group));
  form.addEventListener("change", change);
  const element = make(
    "div",
    { className: "reading-panel", id: "reading-panel", popover: "auto" },
    make("h2", { id: "reading-title" }, say("Reading")),
    form,
    make(
      "div",
      { className: "reading-foot" },
      button(say("Forget my places"), () => {
        said.textContent = inWords(forgetPlaces());
      }),
      button(say("Reset"), () => {
        form.reset();
        change();
      }),
      button(say("Close"), () => element.hidePopover()),
    ),
    said,
  );
  element.setAttribute("role", "dialog");
  element.setAttribute("aria-labelledby", "reading-title");
  element.addEventListener("beforetoggle", ({ newState }) => {
    if (newState === "open") mark(element);
  });
  element.addEventListener("toggle", ({ newState }) => {
    if (newState === "open") element.querySelector<HTMLInputElement>("input:checked")?.focus();
  });
  opener.popoverTargetElement = element;
  opener.after(element);
  return element;
}

function group(name: Setting): HTMLElement {
  const [title, words] = WORDS[name];
  const choices: readonly string[] = name === "size" ? BY_SIZE : CHOICES[name];
  return make(
    "fieldset",
    {},
    make("legend", {}, title),
    ...choices.map((value) =>
      make(
        "label",
        {},
        make("input", { type: "radio", name, value, defaultChecked: value === CHOICES[name][0] }),
        make("span", {}, words[value] ?? `${value} %`),
      ),
    ),
  );
}

/** Shows what is in force. */
function mark(element: HTMLElement): void {
  const settings = settingsOf(document.documentElement);
  for (const input of element.querySelectorAll("input")) {
    const name = input.name as Setting;
    input.checked = input.value === (settings[name] ?? CHOICES[name][0]);
  }
}

function chosenIn(form: HTMLFormElement): ReadingSettings {
  const data = new FormData(form);
  return Object.fromEntries(
    SETTINGS.flatMap((name) => {
      const value = data.get(name);
      return value === CHOICES[name][0] ? [] : [[name, value]];
    }),
  );
}

function inWords(count: number): string {
  if (count === 0) return say("Nothing was remembered.");
  return sayCount(
    {
      one: "The place in one chapter is forgotten.",
      other: "The places in {count} chapters are forgotten.",
    },
    count,
  );
}
