const [readme = ""] = Object.values(
  import.meta.glob<string>("/src/optim/README.md", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);

/** The program with which the README of the package begins; the tests of the package run it. */
export const firstProgram: string = /```ts\n([\s\S]*?)\n```/.exec(readme)![1]!;
