import { say } from "#src/language/say.ts";

/** What is said when the browser lets no page write to the clipboard. */
const copyYourself = say(
  "This browser does not let the page copy. The text is selected: copy it with Ctrl+C, on a Mac with ⌘C.",
);

/**
 * Copies a text, or else leaves it selected for the reader to copy.
 * @param shown where the text stands: a field, or any element
 * @param tell takes what came of it, in words
 */
export async function copyText(
  text: string,
  shown: HTMLElement,
  tell: (words: string) => void,
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    tell(say("Copied"));
  } catch {
    shown.focus();
    if (shown instanceof HTMLInputElement || shown instanceof HTMLTextAreaElement) shown.select();
    else getSelection()?.selectAllChildren(shown);
    tell(copyYourself);
  }
}
