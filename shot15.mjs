import { chromium } from "@playwright/test";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium-headless-shell", args: ["--no-sandbox", "--disable-gpu"] });
for (const [w, scheme] of [[1280, "light"], [390, "dark"]]) {
  const page = await b.newPage({ viewport: { width: w, height: 900 }, colorScheme: scheme });
  page.on("console", m => console.log(w, m.type(), m.text()));
  page.on("pageerror", e => console.log(w, "error", e.message));
  await page.goto("http://localhost:4415/strategies/", { waitUntil: "networkidle" });
  for (const id of ["digits-workers","stale-gradients","local-steps","order-matters","batch-normalization","early-stopping"]) {
    const el = page.locator("#"+id); await el.evaluate(e=>{for(let d=e.closest("details");d;d=d.parentElement?.closest("details"))d.open=true; });
    try { await el.scrollIntoViewIfNeeded({timeout:3000}); await el.screenshot({ path: `/tmp/h5/scratch15/${id}-${w}.png`, timeout: 8000 }); } catch(e) { console.log(id, String(e).slice(0,200)); }
  }
  if (w === 1280) {
    const f = page.locator("#digits-workers");
    await f.locator("button").first().scrollIntoViewIfNeeded();
    await f.getByRole("button", { name: "Measure" }).click();
    for (let i = 0; i < 60; i++) { const t = await f.locator(".widget-state").textContent(); if (i%4===0) console.log(t); if (t.startsWith("Finished")||t.startsWith("It could")||t.startsWith("Stopped")) { console.log(t); break; } await page.waitForTimeout(1000); }
    console.log(await f.locator(".widget-summary").textContent());
    await f.screenshot({ path: "/tmp/h5/scratch15/measured.png" });
    await f.locator("summary").click();
    console.log(await f.locator("table").innerText());
  }
  console.log("sideways", await page.evaluate(() => document.documentElement.scrollWidth - innerWidth));
  await page.close();
}
await b.close();
