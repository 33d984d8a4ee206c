/**
 * A line of somebody's code with its invisible characters named: those that turn the order of what
 * is read, or hide, can make code look like other code than it is.
 */
export function visibly(text: string): string {
  return text.replace(/(?!\t|\n)[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu, (sign) => {
    const number = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `⟨U+${number}⟩`;
  });
}
