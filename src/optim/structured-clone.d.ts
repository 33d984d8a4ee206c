/** The one function beyond ECMAScript that the package uses: Node, pages and workers all have it. */
declare function structuredClone<T>(value: T): T;
