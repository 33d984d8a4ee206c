/// <reference types="astro/client" />

/** The URL of a script bundled on its own; see src/notebook/vite-sandbox-script.ts. */
declare module "*?sandbox-script" {
  const url: string;
  export default url;
}

interface ImportMetaEnv {
  /** Whether the build keeps the book for reading offline; see src/offline/integration.ts. */
  readonly KEEPS_OFFLINE: boolean;
}

declare namespace App {
  interface Locals {
    /** The chapter's cells with what they show, put there by the page before it renders. */
    cells?: Map<string, import("#src/notebook/prerender.ts").StoredCell>;
  }
}
