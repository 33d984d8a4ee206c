import { make } from "#components/shell/make.ts";
import { say } from "#src/language/say.ts";
import { finderNow, loadFinder, whenMoreIsFound } from "./finder.ts";
import { hitsOf } from "./hits.ts";
import { resultRow } from "./result-row.ts";
import { foundInWords } from "./words.ts";

/** The search on the page of the index: what is asked for stands in its address. */
const part = <T extends HTMLElement>(name: string) =>
  document.querySelector<T>(`.find-page [data-part=${name}]`);
const form = part<HTMLFormElement>("form");
const status = part("status");
const results = part<HTMLOListElement>("results");
const index = part("index");
const input = form?.querySelector("input");

if (form && status && results && index && input) {
  const show = () => {
    const query = input.value.trim();
    const finder = finderNow();
    const { hits, more } = hitsOf(query, finder);
    results.replaceChildren(...hits.map((hit) => make("li", {}, resultRow(hit))));
    results.hidden = query === "";
    index.hidden = query !== "";
    status.textContent = query === "" ? "" : foundInWords(query, hits.length, finder?.whole, more);
  };
  const load = () =>
    loadFinder().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      status.textContent = say(
        "The search did not come: {reason}. The index below works without it.",
        { reason },
      );
    });
  const ask = () => {
    const query = input.value.trim();
    history.replaceState(
      null,
      "",
      query === "" ? location.pathname : `?q=${encodeURIComponent(query)}`,
    );
    show();
    void load();
  };

  whenMoreIsFound(show);
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  input.addEventListener("focus", () => void load(), { once: true });
  input.addEventListener("input", ask);
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (input.value !== "") ask();
}
