import { whenIdle } from "#components/shell/when-idle.ts";
import { obey, offerText } from "./obey.ts";
import { READING_KEY, savedSettings } from "./settings.ts";

/**
 * What a page has of reading from the start: the button that opens the settings, an ear for other
 * tabs, and when nothing else is to do the place where the reader stopped. An embed keeps nothing.
 */
const root = document.documentElement;
const button = document.querySelector<HTMLButtonElement>("[data-reading]");
// Offline and not yet loaded, nothing happens.
const nothing = () => {};

if (button && root.dataset["embed"] === undefined) {
  button.hidden = false;
  const open = () => {
    void import("./panel.ts").then(({ openPanel }) => {
      button.removeEventListener("click", open);
      openPanel(button);
    }, nothing);
  };
  button.addEventListener("click", open);
  window.addEventListener("storage", ({ key, newValue }) => {
    if (key === READING_KEY) obey(savedSettings(newValue));
  });
  if (root.dataset["show"] === "text") offerText();
  if (document.querySelector(".chapter-head, .contents"))
    whenIdle(() => {
      void import("./places.ts").then(({ minePlaces }) => minePlaces(), nothing);
    });
}
