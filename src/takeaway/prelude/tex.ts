/** Mathematics, as TeX. */
export function tex(parts: TemplateStringsArray, ...values: readonly unknown[]) {
  return { tex: String.raw(parts, ...values.map(inTex)) };
}

/** Numbers with six digits, vectors as columns, matrices in brackets. */
function inTex(value: unknown): string {
  if (typeof value === "number") {
    const [digits, exponent] = String(Number(value.toPrecision(6))).split("e");
    return exponent === undefined ? digits! : `${digits} \\times 10^{${Number(exponent)}}`;
  }
  if (typeof value !== "object" || value === null) return String(value);
  if ("tex" in value) return String(value.tex);
  const rows = Array.from(value as ArrayLike<number | ArrayLike<number>>, (row) =>
    typeof row === "number" ? inTex(row) : Array.from(row, inTex).join(" & "),
  );
  return `\\begin{bmatrix} ${rows.join(" \\\\ ")} \\end{bmatrix}`;
}
