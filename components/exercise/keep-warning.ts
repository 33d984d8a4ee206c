/**
 * Moves the warning that stands in the place of verdicts before it when the learner goes on: what a
 * verdict takes the place of is gone, and a save that could not be read is told of only once.
 */
export function keepWarning(place: HTMLElement, form: HTMLFormElement): void {
  const warning = place.querySelector<HTMLElement>(".exercise-warning");
  if (!warning) return;
  for (const kind of ["input", "submit"])
    form.addEventListener(kind, () => place.before(warning), { once: true, capture: true });
}
