/** The event by which an exercise says what there is of the work on it: its detail is a `Progress`. */
export const PROGRESS = "downhill-progress";
