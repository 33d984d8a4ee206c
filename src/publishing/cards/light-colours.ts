import { mixInOklab } from "./mix-in-oklab.ts";

const DECLARATION = /(--[\w-]+):\s*([^;]+);/g;
const LIGHT = /light-dark\(\s*([^,]+),[^)]+\)/g;
const VARIABLE = /var\((--[\w-]+)\)/g;
const MIX = /color-mix\(in oklab, (#[0-9a-f]{6}) ([\d.]+)%, (#[0-9a-f]{6})\)/gi;

/**
 * Gives a reader of colours for programs that know no style sheets: it puts into a text the light
 * theme's values for `var(--name)` and `color-mix(in oklab, …)`.
 *
 * @param css style sheets that declare the colours, `src/styles/tokens.css` above all.
 */
export function lightColours(css: string): (text: string) => string {
  const values = new Map(
    [...css.matchAll(DECLARATION)].map(([, name = "", value = ""]) => [
      name,
      value.replace(LIGHT, "$1").trim(),
    ]),
  );
  const settle = (text: string): string => {
    const named = text.replace(VARIABLE, (_, name: string) => {
      const value = values.get(name);
      if (value === undefined)
        throw new Error(
          `card: a figure uses ${name}, which no style sheet of the cards declares. Add the sheet to cards/draw-card.ts.`,
        );
      return value;
    });
    return named === text ? text : settle(named);
  };
  return (text) =>
    settle(text).replace(MIX, (_, one: string, percent: string, other: string) =>
      mixInOklab(one, Number(percent) / 100, other),
    );
}
