/** Greek letters by the names under which an answer may use them. */
const GREEK =
  "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega".split(
    " ",
  );
const VARIANT = /^var(?=epsilon|theta|kappa|pi|rho|sigma|phi)/;

/** The name of a Greek letter that a command of TeX sets, or nothing. */
export function greekName(command: string): string | undefined {
  const name = command.slice(1).replace(VARIANT, "");
  return command.startsWith("\\") && GREEK.includes(name) ? name : undefined;
}

/** A name as TeX sets it: `eta` is η, `x1` and `x_1` are x with an index, `lr` is upright. */
export function latexOfName(name: string): string {
  const [, stem = name, index = ""] = /^(\p{L}+?)_?(\d*)$/u.exec(name) ?? [];
  const letter = GREEK.includes(stem)
    ? `\\${stem}`
    : /^\p{L}$/u.test(stem)
      ? stem
      : `\\mathrm{${stem.replaceAll("_", "\\_")}}`;
  return index === "" ? letter : `${letter}_{${index}}`;
}

/** The name that a letter with an index is: that of a variable, written either way. */
export function indexedName(stem: string, index: string, variables: readonly string[]): string {
  const joined = `${stem}${index}`;
  return variables.includes(joined) ? joined : `${stem}_${index}`;
}

/**
 * The first name in letters that stand side by side, where each is set as a letter of its own: the
 * longest that is a variable, a function or a Greek letter spelled out, else one letter.
 */
export function firstName(
  letters: string,
  variables: readonly string[],
  functions: readonly string[],
): string {
  const known = [...variables, ...functions, ...GREEK].filter((name) => letters.startsWith(name));
  const first = [...letters][0] ?? "";
  return known.reduce((longest, name) => (name.length > longest.length ? name : longest), first);
}
