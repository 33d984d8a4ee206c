/** What of Deno's notebook a taken-away notebook uses. */
declare const Deno: {
  readonly jupyter: { display(value: unknown, options: { readonly raw: boolean }): unknown };
};
