/** A notebook as it is kept, exported and taken away. */
export interface Notebook {
  readonly title: string;
  readonly parts: readonly NotebookPart[];
}

/** A piece of a notebook: prose in Markdown with mathematics, or a cell of TypeScript. Ids are unique in the notebook. */
export type NotebookPart =
  | {
      readonly kind: "prose";
      readonly id: string;
      readonly text: string;
      readonly folded?: boolean;
    }
  | {
      readonly kind: "code";
      readonly id: string;
      readonly text: string;
      readonly title?: string;
      readonly folded?: boolean;
    };
