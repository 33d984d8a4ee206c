/** `node src/cli/write-fonts.ts`: cuts the book's fonts down to what its pages use. */
import { writeFileSync } from "node:fs";
import { cutFont, fontRules } from "./fonts/cut.ts";
import { FACES } from "./fonts/faces.ts";

const FOLDER = new URL("../styles/fonts/", import.meta.url);

for (const face of FACES) {
  const font = await cutFont(face);
  writeFileSync(new URL(`${face.name}.woff2`, FOLDER), font);
  console.log(`${face.name}.woff2: ${(font.length / 1000).toFixed(1)} KB`);
}
writeFileSync(new URL("fonts.css", FOLDER), await fontRules(FACES));
