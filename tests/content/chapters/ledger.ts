import { expect, it } from "vitest";
import { asPrinted, numbersIn, significant } from "./prose.ts";

/** Words of a chapter, and the numbers in them, recomputed. */
export type Ledger = readonly (readonly [quote: string, values: readonly number[]])[];

/**
 * Tests that every quote stands in the text with its numbers as recomputed, and that no number that
 * says something is left out.
 *
 * @param given numbers that are no result, such as a default that the text only names
 */
export function testLedger(text: string, ledger: Ledger, given: ReadonlySet<string> = new Set()) {
  it.each(ledger)("%s", (quote, values) => {
    expect(text).toContain(quote);
    const printed = numbersIn(quote);
    expect(printed).toEqual(values.map((value, index) => asPrinted(value, printed[index] ?? "")));
  });

  it("are all in the ledger: no number of three digits or above 12 is left unproved", () => {
    const rest = ledger.reduce((left, [quote]) => left.replaceAll(quote, " "), text);
    const open = numbersIn(rest)
      .filter(significant)
      .filter((token) => !given.has(token));
    expect(open).toEqual([]);
  });
}
