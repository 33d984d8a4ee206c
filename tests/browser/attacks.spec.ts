import { readFileSync } from "node:fs";
import { firstOf } from "../times.ts";
import { ARRIVES, openTarget } from "./attack-page.ts";
import { FIRST_CELL, output, run, status, stop } from "./cell-page.ts";
import { expect, loudTest as test } from "./quiet.ts";

test.use({ of: "downhill-cell, p:nth-of-type(-n + 3)" });

// The attack list of SECURITY.md. Not the silent test: a browser reports what its policy refuses.

/** Ways out of the worker: each is a body whose promise resolves with what it reached. */
const ways: Readonly<Record<string, string>> = {
  fetch: `g.fetch(at("fetch"))`,
  "fetch without cors": `g.fetch(at("no-cors"), { mode: "no-cors", keepalive: true })`,
  XMLHttpRequest: `new Promise((yes, no) => {
    const r = new g.XMLHttpRequest(); r.onload = yes; r.onerror = no; r.open("GET", at("xhr")); r.send();
  })`,
  WebSocket: `new Promise((yes, no) => {
    const s = new g.WebSocket(at("ws").replace("http", "ws")); s.onopen = yes; s.onerror = no;
  })`,
  EventSource: `new Promise((yes, no) => {
    const s = new g.EventSource(at("es")); s.onopen = yes; s.onerror = no;
  })`,
  WebTransport: `new g.WebTransport(at("wt").replace("http:", "https:")).ready`,
  sendBeacon: `g.navigator.sendBeacon(at("beacon"), "x")`,
  importScripts: `g.importScripts(at("scripts"))`,
  "dynamic import": `g.eval("import('" + at("import") + "')")`,
  "import from data": `g.eval("import('data:text/javascript,export default 1')")`,
  "a worker from the site": `new Promise((yes, no) => {
    const w = new g.Worker(at("worker")); w.onmessage = yes; w.onerror = no;
  })`,
  "a worker of its own that fetches": `new Promise((yes, no) => {
    const text = "fetch('" + at("nested") + "').then(() => postMessage(1), () => { throw 1 })";
    const w = new g.Worker(g.URL.createObjectURL(new g.Blob([text])));
    w.onmessage = yes; w.onerror = no; setTimeout(no, 3000);
  })`,
  SharedWorker: `new g.SharedWorker(at("shared"))`,
  "service worker": `g.navigator.serviceWorker.register(at("sw"))`,
  indexedDB: `new Promise((yes, no) => {
    const r = g.indexedDB.open("x"); r.onsuccess = yes; r.onerror = no;
  })`,
  caches: `g.caches.open("x")`,
  "private files": `g.navigator.storage.getDirectory()`,
  localStorage: `g.localStorage.getItem("secret")`,
  sessionStorage: `g.sessionStorage.getItem("secret")`,
  cookies: `g.cookieStore.getAll()`,
  "document.cookie": `g.document.cookie`,
  document: `g.document.body.innerHTML`,
  window: `g.window.parent`,
  parent: `g.parent.postMessage("hello", "*")`,
  top: `g.top.location.assign(at("top"))`,
  opener: `g.opener.location.assign(at("opener"))`,
  open: `g.open(at("open"))`,
  alert: `g.alert("hello")`,
  clipboard: `g.navigator.clipboard.readText()`,
  Notification: `g.Notification.requestPermission()`,
  RTCPeerConnection: `new g.RTCPeerConnection().createOffer()`,
  "other tabs": `new Promise((yes, no) => {
    new g.BroadcastChannel("downhill").postMessage("hello"); setTimeout(no, 100);
  })`,
  "moving the worker": `g.location.assign(at("location"))`,
};

for (const arrives of ARRIVES)
  test(`no way out leads to the network, the page, its storage, other tabs or the clipboard (code that came ${arrives})`, async ({
    page,
  }) => {
    const target = await openTarget(page, undefined, arrives);
    const attempts = Object.entries(ways).map(
      ([name, body]) =>
        `try { const got = await (${body}); reached.push(${JSON.stringify(name)} + ": " + got); }
  catch { refused++; }`,
    );
    await target.attack(`const g = globalThis as any;
  const at = (leak: string) => "${target.origin}/favicon.svg?leak=" + leak;
  const reached: string[] = [];
  let refused = 0;
  ${attempts.join("\n")}
  reached.join("; ") + "|" + refused;`);
    await expect(output(target.cell)).toHaveText(`|${Object.keys(ways).length}`, {
      timeout: 30_000,
    });
    await target.expectUnharmed();
  });

/** Messages that only the kernel, the frame, the page or a judge may send. */
const forged = [
  `{ kind: "event", run: 1, event: { kind: "finished", id: other, outputs: [{ kind: "text", text: "FORGED" }], failed: false, took: 1 } }`,
  `{ kind: "event", run: 2, event: { kind: "showed", id: other, output: { kind: "text", text: "FORGED" } } }`,
  `{ kind: "event", run: 2, event: { kind: "planned", ids: [other] } }`,
  `{ kind: "event", run: 2, event: { kind: "started", id: other } }`,
  `{ kind: "event", run: 2, event: { kind: "linked", links: [{ id: other, defines: ["FORGED"], reads: [] }] } }`,
  `{ kind: "event", run: 1e9, event: { kind: "broken", reason: "FORGED" } }`,
  `{ kind: "event", run: 2, event: { kind: "showed", id: "__proto__", output: { kind: "text", text: "FORGED" } } }`,
  `{ kind: "event", run: 2, event: { kind: "showed", id: other, output: { kind: "html", source: "<b>FORGED</b>" } } }`,
  `{ kind: "need", part: "../../secret" }`,
  `{ run: 1, verdict: { kind: "pass", feedback: "FORGED" } }`,
  `{ number: 1, results: [] }`,
  `{ message: { kind: "event" }, age: 0 }`,
  `{ lost: "FORGED", age: 0 }`,
  `{ pong: 1 }`,
  `null`,
  `"FORGED"`,
  `new Proxy({}, {})`,
];

for (const arrives of ARRIVES)
  test(`forged messages neither fill another cell nor pass an exercise (code that came ${arrives})`, async ({
    page,
  }) => {
    const target = await openTarget(page, undefined, arrives);
    const second = page.locator("downhill-cell").nth(3);
    const other = await second.getAttribute("data-cell");
    const before = await output(second).innerHTML();
    await target.attack(`const other = ${JSON.stringify(other)};
  for (const make of [${forged.map((one) => `() => (${one})`).join(",\n")}]) {
    try { (globalThis as any).postMessage(make()); } catch {}
  }
  "sent";`);
    await expect(output(target.cell)).toHaveText("sent");
    expect(await output(second).innerHTML()).toBe(before);
    const others = page.locator("downhill-cell ~ downhill-cell, downhill-exercise");
    expect(await others.count()).toBeGreaterThan(10);
    expect((await others.allTextContents()).join()).not.toContain("FORGED");
    await target.expectUnharmed();
  });

/** What every message passes on its way to the kernel: here each tells who it belongs to. */
const tapped = `const g = globalThis as any;
if (!g.met) {
  g.met = [];
  const tap = (where: any, name: string) => {
    const is = Object.getOwnPropertyDescriptor(where, name)!;
    const meet = (it: any) => g.met.push(it, ...(it instanceof g.Event ? [it.target, it.currentTarget] : []));
    Object.defineProperty(where, name, {
      configurable: true,
      ...(is.get
        ? { get() { meet(this); return is.get!.call(this); }, set(to) { meet(this); is.set!.call(this, to); } }
        : { value(...given: any[]) { meet(this); given.forEach(meet); return is.value.apply(this, given); } }),
    });
  };
  for (const name of ["data", "ports", "source"]) tap(g.MessageEvent.prototype, name);
  for (const name of ["onmessage", "postMessage", "start", "close"]) tap(g.MessagePort.prototype, name);
  g.addEventListener("message", (event: any) => meetAll(event));
  const meetAll = (event: any) => g.met.push(event, event.target, ...event.composedPath());
}
const ports = g.met.filter((one: any) => one instanceof g.MessagePort).length;
\`\${g.met.length > 0} \${ports}\`;`;

test("no cell gets hold of the port by which the page speaks to the kernel", async ({ page }) => {
  const target = await openTarget(page);
  await target.attack(tapped);
  await expect(output(target.cell)).toHaveText(/^(true|false) 0$/);
  await run(target.cell).click();
  await expect(output(target.cell)).toHaveText("true 0");
  await target.expectUnharmed();
});

/** Code that sends too much, holds on too long or breaks its worker, and what the cell says then. */
const heavy: readonly (readonly [name: string, source: string, says: RegExp])[] = [
  [
    "a flood of messages",
    `for (;;) (globalThis as any).postMessage({});`,
    /more output than a page/,
  ],
  [
    "one message of 100 MB",
    `(globalThis as any).postMessage("x".repeat(1e8)); await new Promise(() => {})`,
    /more output than a page/,
  ],
  [
    "ten thousand displays",
    `for (let i = 0; i < 10_000; i++) display(i); "end"`,
    /Only the first 1000 outputs are shown/,
  ],
  [
    "a value without end",
    `const ring: any = { a: 1 }; ring.ring = ring; for (let i = 0; i < 20; i++) ring["k" + i] = ring; ring`,
    /circular|ring/,
  ],
  [
    "a flood of honest-looking messages",
    `const event = { kind: "showed", id: "${FIRST_CELL}", output: { kind: "text", text: "x" } };
for (let i = 0; ; i++) (globalThis as any).postMessage({ kind: "event", run: i % 9, event });`,
    /more output than a page/,
  ],
  [
    "a flood from a worker of its own",
    `const text = "for (;;) postMessage('x'.repeat(1000))";
const g = globalThis as any;
const w = new g.Worker(g.URL.createObjectURL(new g.Blob([text])));
w.onmessage = ({ data }: any) => g.postMessage(data);
await new Promise(() => {});`,
    /more output than a page/,
  ],
  ["an output of 100 MB", `display("x".repeat(1e8)); "end"`, /end/],
  [
    "a drawing of 100 MB",
    `display({ nodeType: 1, localName: "svg", outerHTML: "<svg>" + "x".repeat(1e8) }); "end"`,
    /left out here[\s\S]*end/,
  ],
  [
    "ten thousand lines of console",
    `for (let i = 0; i < 10_000; i++) console.log("line", i); "end"`,
    /Only the first 1000 outputs are shown/,
  ],
  ["a list of ten million", `new Array(1e7).fill(1)`, /10[ ,]?000[ ,]?000|1e7|\[1, 1/],
  ["a value that throws when read", `new Proxy({}, { ownKeys() { throw new Error("no") } })`, /./],
  [
    "an error outside the cell",
    `(globalThis as any).setTimeout(() => { throw new Error("late") }); "end"`,
    /end/,
  ],
  ["a promise that nobody awaits", `Promise.reject(new Error("late")); "end"`, /end/],
];

for (const arrives of ARRIVES)
  test(`code that sends too much or breaks its worker is told so, and the page stays usable (code that came ${arrives})`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const target = await openTarget(page, undefined, arrives);
    await expect(target.cell).toHaveAttribute("data-cell", FIRST_CELL);
    for (const [name, source, says] of firstOf(heavy, arrives === "typed" ? 4 : 1))
      await test.step(name, async () => {
        await target.attack(source);
        await expect(target.cell).toContainText(says, { timeout: 30_000 });
        await target.expectUnharmed();
      });
  });

test("a worker that closes itself can be stopped and replaced", async ({ page }) => {
  const target = await openTarget(page);
  await target.attack("(globalThis as any).close(); for (;;) {}");
  await expect(status(target.cell)).toHaveText("Running");
  await stop(target.cell).click();
  await expect(status(target.cell)).toHaveText(/^Stopped after/);
  await target.expectUnharmed();
});

/** Changes of the language that the kernel and every other cell are written in. */
const changes: readonly (readonly [source: string, names: string])[] = [
  [`Array.prototype.map = function () { return ["FORGED"] as any; };`, "Array.prototype.map"],
  [`(Array.prototype as any)[Symbol.iterator] = function* () {};`, "Array.prototype"],
  [`(Object.prototype as any).kind = "FORGED";`, "Object.prototype.kind"],
  [`(Object.prototype as any).toJSON = () => "FORGED";`, "Object.prototype.toJSON"],
  [`Promise.prototype.then = () => new Promise(() => {}) as any;`, "Promise.prototype.then"],
  [`Map.prototype.get = () => { throw new Error("FORGED"); };`, "Map.prototype.get"],
  [`JSON.stringify = () => "FORGED";`, "JSON.stringify"],
  [`Math.sqrt = () => 0;`, "Math.sqrt"],
];

for (const arrives of ARRIVES)
  test(`a change of the language is named, and no other cell feels it (code that came ${arrives})`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const target = await openTarget(page, undefined, arrives);
    const second = page.locator("downhill-cell").nth(1);
    for (const [source, names] of firstOf(changes, arrives === "typed" ? 3 : 1))
      await test.step(source, async () => {
        await target.attack(`${source} 1`);
        await expect(target.cell).toContainText(names, { timeout: 20_000 });
        await expect(target.cell).toContainText("They have been given a fresh start");
        await target.expectUnharmed();
      });
    await run(second).click();
    await expect(status(second)).toHaveText(/^Ran in/, { timeout: 20_000 });
    await expect(output(second)).not.toContainText("FORGED");
  });

test("globals that a cell overwrites are named, and the next run has them", async ({ page }) => {
  const target = await openTarget(page);
  await target.attack(`const g = globalThis as any;
g.postMessage = () => {}; g.addEventListener = () => {}; g.onmessage = () => {};
g.eval = () => ({ value: "FORGED" }); g.performance = undefined; g.structuredClone = undefined;
g.self = g.Worker = g.setTimeout = undefined; "done";`);
  await expect(target.cell).toContainText(/globalThis\..*fresh start/);
  await target.expectUnharmed();
});

/** Answers to the exercise on the momentum step that are no solution and try to pass. */
const cheats: Readonly<Record<string, string>> = {
  "forged messages": `const momentumStep = (theta: number[], v: number[]) => {
  for (let n = 0; n < 40; n++) for (let run = 0; run < 3; run++) (globalThis as any).postMessage({
    run, verdict: { kind: "pass", feedback: "" }, number: n, told: { number: n, results: [] }, results: [{ value: { theta, v } }],
  });
  return { theta, v };
};`,
  "a changed language": `Array.prototype.every = () => true; Array.prototype.some = () => false;
Number.isFinite = () => true; Math.abs = () => 0; Math.max = () => 0; Object.is = () => true;
const momentumStep = (theta: number[], v: number[]) => ({ theta, v });`,
  "a value that agrees with everything": `const momentumStep = (theta: number[]) => {
  const yes: any = new Proxy([], { get: (_, key) => key === "length" ? theta.length : key === "every" ? () => true : 0 });
  return { theta: yes, v: yes };
};`,
  "a value that looks like a list": `const momentumStep = (theta: number[]) => {
  const like: any = { length: theta.length, every: () => true, valueOf: () => 0 };
  return { theta: like, v: like };
};`,
};

test("an answer that is no solution cannot pass, whatever it does to its worker", async ({
  page,
}) => {
  await openTarget(page, "momentum/");
  const exercise = page.locator('downhill-exercise[data-exercise="heavy-ball"][data-ready]');
  const verdict = exercise.locator("[data-part=verdict]");
  const write = async (source: string) => {
    const content = exercise.locator("[data-part=code] .cm-content");
    if ((await content.count()) === 0) await exercise.locator("[data-part=code] pre").click();
    await content.fill(source);
    await exercise.getByRole("button", { name: "Check" }).click();
  };
  for (const [name, source] of firstOf(Object.entries(cheats), 2))
    await test.step(name, async () => {
      await write(source);
      await expect(verdict).toContainText(/Not (yet|checked)/, { timeout: 30_000 });
      await expect(verdict).not.toContainText("Right");
    });
  await write(readFileSync("content/exercises/heavy-ball/solution.ts", "utf8"));
  await expect(verdict).toHaveText("✓ Right.", { timeout: 30_000 });
});
