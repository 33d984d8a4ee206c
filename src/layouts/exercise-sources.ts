const files = import.meta.glob<string>("/content/exercises/*/*.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The TypeScript files beside the exercises: "heavy-ball/starter.ts" → its text. */
export const exerciseSources: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(files).map(([path, text]) => [path.replace("/content/exercises/", ""), text]),
);
