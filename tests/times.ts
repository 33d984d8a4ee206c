/** How many times more cases than usual: set by `npm run audit`. */
export const TIMES = Number(process.env["DOWNHILL_TIMES"] ?? 1);
