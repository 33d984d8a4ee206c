import * as optim from "@downhill/optim";
import * as data from "@downhill/optim/data";
import * as problems from "@downhill/optim/problems";
import { describe, expect, it } from "vitest";
import type { Import } from "#src/notebook/compile.ts";
import { type Namespace, resolveImports } from "#src/notebook/modules.ts";
import { type PackageTexts, packageModules } from "#src/notebook/package-modules.ts";
import { dataTexts, packageTexts, textsFor } from "#src/notebook/package-texts.ts";

const OPTIM = "@downhill/optim";
const DATA = "@downhill/optim/data";
const PROBLEMS = "@downhill/optim/problems";
const of = (name: string, from = OPTIM): Import => ({
  from,
  name,
  as: name,
  position: { line: 1, column: 1 },
});
const never = () => Promise.reject(new Error("not asked for"));

/** The package as cells have it whose page brought the files of certain imports. */
async function packageWith(
  imports: readonly Import[],
  rest: (specifier: string) => Promise<PackageTexts> = never,
) {
  return packageModules([OPTIM, DATA, PROBLEMS], () => textsFor(imports), rest).modules;
}

async function namespaceOf(from: string): Promise<Namespace> {
  const modules = await packageWith([], from === DATA ? dataTexts : packageTexts);
  return (await modules[from]?.load("all")) ?? {};
}

describe("the package as texts", () => {
  it.each([
    [OPTIM, optim],
    [DATA, data],
    [PROBLEMS, problems],
  ] as const)("has every export of %s", async (from, itself) => {
    const kinds = (exports: object) =>
      Object.fromEntries(Object.entries(exports).map(([name, value]) => [name, typeof value]));
    expect(kinds(await namespaceOf(from))).toEqual(kinds(itself));
  });

  it("takes the steps of the package itself", async () => {
    const texts = (await namespaceOf(OPTIM)) as unknown as typeof optim;
    const path = ({ run, adam, rosenbrock }: typeof optim) =>
      run(adam({ learningRate: 0.1 }), rosenbrock, [-1.2, 1], { steps: 50 });
    expect(path(texts)).toEqual(path(optim));
  });
});

describe("the data sets", () => {
  it("do not come with the rest of the package, nor with what imports none", async () => {
    const texts = [await packageTexts(), await textsFor([of("bowl")])];
    for (const { files } of texts)
      expect(Object.keys(files).filter((file) => /^data\/|packed/.test(file))).toEqual([]);
  });

  it("come when a cell asks for them, beside what is there", async () => {
    const asked: string[] = [];
    const modules = await packageWith([of("bowl")], (from) => {
      asked.push(from);
      return from === DATA ? dataTexts() : packageTexts();
    });
    const { digits } = await resolveImports([of("digits", DATA)], modules);
    expect((digits as typeof data.digits)().X).toHaveLength(1797);
    await resolveImports([of("soap"), of("bowl"), of("iris", DATA)], modules);
    expect(asked).toEqual([DATA, OPTIM]);
  });

  it("come with a chapter whose cells import them", async () => {
    const { files } = await textsFor([of("digits", DATA)]);
    expect(Object.keys(files)).toContain("data/digits.js");
    expect(Object.keys(files)).not.toContain("data/iris.js");
  });
});

describe("a page that has brought the files of its own imports", () => {
  it("needs no others for them", async () => {
    const { bowl } = await resolveImports([of("bowl")], await packageWith([of("bowl")]));
    expect((bowl as typeof optim.bowl)([1, 25]).value(Float64Array.of(2, 0))).toBe(2);
  });

  it("knows the names of all, for who forgot an import", async () => {
    const modules = await packageWith([of("bowl")]);
    await modules[OPTIM]?.load(["bowl"]);
    expect(modules[OPTIM]?.names()).toEqual(expect.arrayContaining(Object.keys(optim)));
  });

  it("brings the rest for another import, once, and keeps what it has", async () => {
    let asked = 0;
    const modules = await packageWith([of("bowl")], () => {
      asked++;
      return packageTexts();
    });
    const before = await resolveImports([of("bowl")], modules);
    await resolveImports([of("soap"), of("beale", PROBLEMS)], modules);
    expect(await resolveImports([of("bowl")], modules)).toEqual(before);
    expect(asked).toBe(1);
  });

  it("says when the rest cannot be had, and asks again next time", async () => {
    const answers = [() => Promise.reject(new Error("offline")), packageTexts];
    const modules = await packageWith([of("bowl")], () => answers.shift()?.() ?? never());
    await expect(resolveImports([of("adam")], modules)).rejects.toThrow("offline");
    expect(await resolveImports([of("adam")], modules)).toHaveProperty("adam");
  });

  it("says of a name that there is not, which are near", async () => {
    const wrong = resolveImports([of("adm")], await packageWith([]));
    await expect(wrong).rejects.toThrow('"@downhill/optim" exports no adm. Did you mean adam?');
  });
});
