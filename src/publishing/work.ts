/** What a page is, for those who list and pass on works: the whole book or a part of it. */
export type Work =
  | { readonly kind: "book"; readonly edition: string; readonly date: string }
  | {
      readonly kind: "chapter";
      readonly number: number;
      readonly title: string;
      readonly summary: string;
      /** What the reader can do afterwards, in Markdown. */
      readonly objectives: readonly string[];
      /** Anchor of the figure on its card; default the first one. */
      readonly card?: string | undefined;
    }
  | { readonly kind: "notebook"; readonly title: string; readonly summary: string };
