/**
 * Has the browser ask before a page is left with work that could not be saved.
 *
 * @returns to be told, after each save, whether there is such work
 */
export function leaveGuard(): (unsaved: boolean) => void {
  const askFirst = (event: Event) => event.preventDefault();
  // Only as long as it is needed: with it, some browsers keep no page to come back to.
  return (unsaved) => {
    if (unsaved) window.addEventListener("beforeunload", askFirst);
    else window.removeEventListener("beforeunload", askFirst);
  };
}
