import type { Page } from "@playwright/test";
import { ARRIVES, openTarget } from "./attack-page.ts";
import { output, status } from "./cell-page.ts";
import { expect, loudTest as test } from "./quiet.ts";

test.use({ of: "downhill-cell, p:nth-of-type(-n + 3)" });

/** A drawing as a cell can fake it: any text in place of what Plot made. */
const drawing = (html: string) =>
  `display({ nodeType: 1, localName: "svg", outerHTML: ${JSON.stringify(html)} });`;

const PWN = "parent.pwned=1;window.pwned=1";

/** Markup that would run, load, lead away, or pass for the book's own. */
const drawings: Readonly<Record<string, string>> = {
  "a script": `<svg><script>${PWN}</script></svg>`,
  "a script in a foreign object": `<svg><foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><script>${PWN}</script><img src=x onerror="${PWN}"></body></foreignObject></svg>`,
  "a handler": `<svg onload="${PWN}"><rect onclick="${PWN}" width="9" height="9"/></svg>`,
  "an animation of a link": `<svg><a><animate attributeName="href" values="javascript:${PWN}"/><text>click</text></a></svg>`,
  "a link": `<svg><a href="javascript:${PWN}"><text y="20">click me</text></a></svg>`,
  "a link in another case": `<svg><a xlink:href="JaVaScRiPt:${PWN}"><text y="20">click me</text></a></svg>`,
  "an image from the site": `<svg><image href="/favicon.svg?leak=image"/></svg>`,
  "an image by style": `<svg><rect width="9" height="9" style="fill:url(/favicon.svg?leak=fill);background:url('/favicon.svg?leak=bg')"/></svg>`,
  "a style that imports": `<svg><style>@import url("/favicon.svg?leak=import"); body{display:none}</style></svg>`,
  "a style that covers the page": `<svg><style>header,main{visibility:hidden!important} *{color:red!important}</style></svg>`,
  "a drawing over the page": `<svg style="position:fixed;inset:0;width:100vw;height:100vh;z-index:99999"><rect width="100%" height="100%"/></svg>`,
  "a figure over the page": `<figure style="position:fixed;top:0;left:0;width:100vw;height:100vh;background:red;z-index:99999">Enter your password</figure>`,
  "the classes of the page": `<div class="exercise-verdict right cell-bar"><p class="masthead">Right.</p></div>`,
  "an id of the page": `<svg id="main"><g id="content"/></svg>`,
  "a form": `<form action="/?leak=form"><input name="password" autofocus onfocus="${PWN}"><button>Log in</button></form>`,
  "a frame": `<iframe srcdoc="<script>${PWN}</script>" src="/favicon.svg?leak=frame"></iframe>`,
  "an object": `<object data="/favicon.svg?leak=object"></object><embed src="/favicon.svg?leak=embed">`,
  "a meta refresh": `<meta http-equiv="refresh" content="0;url=/?leak=meta"><base href="https://example.org/">`,
  "a use of another file": `<svg><use href="/favicon.svg?leak=use#a"/></svg>`,
  "mixed namespaces": `<svg><math><mtext><table><mglyph><style><img src=x onerror="${PWN}"></style></mglyph></table></mtext></math></svg>`,
  "a custom element of the page": `<downhill-cell data-cell="evil"></downhill-cell><downhill-exercise></downhill-exercise>`,
};

/** Texts that turn up in the page in other forms than a drawing. */
const texts: Readonly<Record<string, string>> = {
  "markup in a text": `display("<img src=x onerror='${PWN}'>")`,
  "markup in a table": `display([{ "<img src=x onerror='${PWN}'>": "<b onclick='${PWN}'>x</b>" }])`,
  "markup on the console": `console.warn("<script>${PWN}</script>")`,
  "markup in a label": `view(slider({ min: 0, max: 1, label: "<img src=x onerror='${PWN}'>" }))`,
  "markup in a name of a class": `class Evil {} Object.defineProperty(Evil, "name", { value: "<img src=x onerror='${PWN}'>" }); display(new Evil())`,
  "a link in a formula": `display(tex\`\\href{javascript:${PWN}}{click}\`)`,
  "an image in a formula": `display(tex\`\\includegraphics{/favicon.svg?leak=tex}\`)`,
  "a class of the page in a formula": `display(tex\`\\htmlClass{cell-bar}{x}\`)`,
  "a style in a formula": `display(tex\`\\htmlStyle{position:fixed;inset:0}{x}\`)`,
  "a formula that expands for ever": `display(tex\`\\def\\a{\\a\\a}\\a\`)`,
  "a file with a path for a name": `try { download("x", "../../<img src=x onerror='${PWN}'>"); } catch (error) { display(String(error)); }`,
};

/** What must not be in the page, whatever a cell shows. */
async function expectClean(page: Page) {
  const found = await page.evaluate(() => {
    const cell = document.querySelector("downhill-cell");
    const inside = [...(cell?.querySelectorAll('[data-part="output"] *') ?? [])];
    return {
      handlers: inside.flatMap((element) =>
        [...element.attributes].filter(({ name }) => name.startsWith("on")).map(({ name }) => name),
      ),
      forbidden: inside
        .map(({ localName }) => localName)
        .filter((name) =>
          /^(script|style|iframe|object|embed|form|input|meta|base|link|image|use|downhill-.*)$/.test(
            name,
          ),
        ),
      links: inside.flatMap((element) =>
        ["href", "xlink:href", "src"].flatMap((name) => element.getAttribute(name) ?? []),
      ),
      classes: inside.filter((element) =>
        element.matches(".exercise-verdict, .cell-bar, .masthead"),
      ).length,
      ids: inside.filter(({ id }) => id === "main" || id === "content").length,
    };
  });
  expect(found).toEqual({ handlers: [], forbidden: [], links: [], classes: 0, ids: 0 });
}

for (const arrives of ARRIVES)
  test(`a drawing is shown without what would run, load, lead away or cover the page (code that came ${arrives})`, async ({
    page,
  }) => {
    const target = await openTarget(page, undefined, arrives);
    const shown = Object.entries(drawings).map(
      ([name, html]) => `${drawing(html)} display(${JSON.stringify(name)});`,
    );
    await target.attack(shown.join("\n"));
    await expect(status(target.cell)).toHaveText(/^Ran in/);
    for (const name of Object.keys(drawings)) await expect(output(target.cell)).toContainText(name);
    await expectClean(page);
    for (const shape of await output(target.cell).locator("svg text, svg rect").all())
      await shape.dispatchEvent("click");
    await target.expectUnharmed();
  });

for (const arrives of ARRIVES)
  test(`what a cell says in any other form stays text (code that came ${arrives})`, async ({
    page,
  }) => {
    const target = await openTarget(page, undefined, arrives);
    const said = Object.entries(texts).map(
      ([name, source]) => `console.log(${JSON.stringify(name)});\n${source};`,
    );
    await target.attack(`${said.join("\n")}\ndownload("<script>${PWN}</script>", "page.html")`);
    await expect(status(target.cell)).toHaveText(/^Error after/);
    await expect(output(target.cell)).toContainText("a cell can offer files that end with");
    for (const name of Object.keys(texts)) await expect(output(target.cell)).toContainText(name);
    await expectClean(page);
    await target.expectUnharmed();
  });
