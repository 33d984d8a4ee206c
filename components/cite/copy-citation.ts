import { copyText } from "#components/sharing/copy.ts";

for (const entry of document.querySelectorAll<HTMLElement>("[data-citation]")) {
  const part = (name: string) => entry.querySelector<HTMLElement>(`[data-part=${name}]`)!;
  part("buttons").hidden = false;
  part("buttons").addEventListener("click", ({ target }) => {
    const name = (target as Element).closest("button")?.dataset["copy"];
    if (name === undefined) return;
    const shown = part(name);
    void copyText(shown.textContent, shown, (words) => {
      part("status").textContent = words;
    });
  });
}
