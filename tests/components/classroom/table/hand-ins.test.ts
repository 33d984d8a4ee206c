import { describe, expect, it } from "vitest";
import { newHandIns, pastedHandIns, sortFiles } from "#components/classroom/table/hand-ins.ts";
import { toBlock } from "#src/classroom/text-block.ts";

const file = (text: string, lastModified = 1) => new File([text], "x", { lastModified });
const named = (path: string, one = file(path)) => ({ path, file: one });

describe("files that come to the table", () => {
  it("are told from the assignment and the teacher's own comments", async () => {
    const assignment = named("a.json", file('{"format":"downhill-assignment"}'));
    const marks = named("m.json", file('{"format":"downhill-marks"}'));
    const student = named("s.json", file('{"format":"downhill-submission"}'));
    expect(await sortFiles([assignment, student, marks])).toEqual({
      files: [student],
      assignments: [assignment.file],
      marks: [marks.file],
    });
  });

  it("are left out when they are here already, and numbered when they only have the name", () => {
    const one = file("one");
    const here = new Map([["in/a.json", { name: "in/a.json", content: one }]]);
    const other = file("another");
    const found = newHandIns([named("in/a.json", one), named("in/a.json", other)], here);
    expect(found.known).toBe(1);
    expect(found.fresh).toEqual([{ name: "in/a.json (2)", content: other }]);
    const again = new Map([...here, ...found.fresh.map((fresh) => [fresh.name, fresh] as const)]);
    expect(newHandIns([named("in/a.json", other)], again)).toEqual({ fresh: [], known: 1 });
  });

  it("come out of several mails that were pasted as one text", () => {
    const mails = `Dear teacher\n${toBlock("{}", "mine")}\n> Hello\n${toBlock("{}", "too")}`;
    const taken = pastedHandIns(mails, 2);
    expect(taken.map(({ name }) => name)).toEqual(["pasted 3", "pasted 4"]);
    for (const { content } of taken) expect(content).toMatch(/^-----BEGIN[\s\S]*END/);
  });

  it("may be a text without a block, and are none when it is blank", () => {
    expect(pastedHandIns('{"format":1}', 0)).toEqual([
      { name: "pasted 1", content: '{"format":1}' },
    ]);
    expect(pastedHandIns(" \n ", 0)).toEqual([]);
  });
});
