/** `npx node src/cli/write-fonts.ts`: cuts the book's fonts down to what its pages use, and sizes what stands in for them. */
import { writeFileSync } from "node:fs";
import { cutFonts, fontNotice, fontRules } from "./fonts/cut.ts";
import { FACES } from "./fonts/faces.ts";
import { STAND_INS, standInRules } from "./fonts/stand-ins.ts";

const FOLDER = new URL("../styles/fonts/", import.meta.url);

for (const face of FACES)
  for (const [name, font] of await cutFonts(face)) {
    writeFileSync(new URL(`${name}.woff2`, FOLDER), font);
    console.log(`${name}.woff2: ${(font.length / 1000).toFixed(1)} KB`);
  }
writeFileSync(new URL("fonts.css", FOLDER), await fontRules(FACES));
writeFileSync(new URL("stand-ins.css", FOLDER), await standInRules(STAND_INS));
writeFileSync(new URL("../../public/fonts.txt", import.meta.url), await fontNotice(FACES));
