import { fetchText } from "#src/notebook/fetch-text.ts";
import { createCard } from "./card.ts";
import type { ChapterNotation } from "./chapter-notation.ts";
import { CONTROL, followControls } from "./follow-controls.ts";
import { GROUP } from "./groups.ts";
import { hintAtKeys } from "./hints.ts";
import { createLamp } from "./linked.ts";
import "./linked-style.ts";
import { createMarker } from "./marker.ts";
import { explainOnPointing } from "./pointing.ts";
import { DRAWING, markOnReach } from "./reach.ts";
import { createStepper, type StepThrough } from "./step-through.ts";
import { createValueLine } from "./value-line.ts";
import { watch } from "./watch.ts";

/** What explains itself: all that carries a symbol but the controls, which say what they set. */
const THING = "[data-symbol]:not(.widget-slider, .control)";

/** In running text and over figures the mouse rests by chance. */
const UNHURRIED = 350;

/**
 * Links all that shows one quantity in a chapter: its symbol in formulas, its variable in code, its
 * curve and label in figures, its slider. Each lights up the others. All but the sliders are explained,
 * with the value that is set now, under the mouse and at a tap; what this gives goes through those of an
 * equation or of some code by keyboard.
 *
 * @param url where the chapter's notation is
 */
export async function explainSymbols(chapter: HTMLElement, url: string): Promise<StepThrough> {
  const notation = JSON.parse(await fetchText(url)) as ChapterNotation;
  const marker = createMarker(notation);
  for (const equation of chapter.querySelectorAll(".equation-body")) marker.formula(equation);
  marker.code(chapter);
  marker.controls(chapter);
  for (const drawing of chapter.querySelectorAll(DRAWING)) marker.drawing(drawing);

  const value = createValueLine(chapter);
  const watching = watch(chapter, (where) => {
    for (const drawing of new Set([...where].map((one) => one.closest(DRAWING))))
      if (drawing) marker.drawing(drawing);
    marker.controls(chapter);
    lamp.again();
    value.update();
  });
  const lamp = createLamp((lit) => watching(lit !== ""));
  // A control that sets what is explained: to see its value change.
  const keeps = (target: EventTarget | null) =>
    target instanceof Element && target.closest(CONTROL)?.matches(".linked") === true;
  const card = createCard(
    "symbol-card",
    (of) => {
      if (!of) value.close();
      lamp.hold("card", of?.getAttribute("data-symbol"));
    },
    keeps,
  );

  const show = (thing: Element, below: Element = thing) => {
    const id = thing
      .getAttribute("data-symbol")
      ?.split(" ")
      .find((one) => one in notation.cards);
    const after = thing.closest(".equation, .listing > pre, .cell-code") ?? blockOf(chapter, thing);
    if (id === undefined || !after) return;
    card.show(thing, after, notation.cards[id] ?? "", below, (element) => {
      value.open(element, id, thing);
    });
  };

  markOnReach(marker);
  explainOnPointing(
    card,
    THING,
    (thing) => {
      card.element.ariaLive = "off";
      show(thing);
    },
    {
      rest: (thing) => (thing.closest(".equation-body, pre") ? 150 : UNHURRIED),
      // A tap on the code of a cell is to edit it.
      taps: (thing) => !thing.closest(".cell-code"),
    },
  );
  followControls(lamp);
  hintAtKeys();
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") lamp.out();
  });
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    const left = target instanceof Element && target.matches(GROUP);
    const inCard = relatedTarget instanceof Node && card.element.contains(relatedTarget);
    if (left && !inCard && !keeps(relatedTarget)) card.hide();
  });

  const pointedAt = [...chapter.querySelectorAll(`${THING}:hover`)].at(-1);
  if (pointedAt) show(pointedAt);

  return createStepper(
    () => card.of,
    (thing, group) => {
      card.element.ariaLive = "polite";
      show(thing, group.matches("pre") ? thing : group);
    },
  );
}

/** The block of the text that something is in: a card must not stand within a figure that React draws. */
function blockOf(chapter: Element, thing: Element): Element | undefined {
  const prose = thing.closest(".prose");
  return [...(prose ?? chapter).children].find((block) => block.contains(thing));
}
