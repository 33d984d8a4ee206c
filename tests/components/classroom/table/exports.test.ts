import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { zipOf } from "#components/classroom/table/feedback-zip.ts";

describe("an archive of feedback", () => {
  it("holds each page under its name", async () => {
    async function* pages() {
      yield { name: "Chloé.html", text: "<p>é</p>" };
      yield { name: "b.html", text: "x".repeat(100_000) };
    }
    const blob = await zipOf(pages());
    const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
    const texts = Object.entries(files).map(([name, bytes]) => [
      name,
      new TextDecoder().decode(bytes),
    ]);
    expect(texts).toEqual([
      ["Chloé.html", "<p>é</p>"],
      ["b.html", "x".repeat(100_000)],
    ]);
    expect(blob.size).toBeLessThan(5000);
  });
});
