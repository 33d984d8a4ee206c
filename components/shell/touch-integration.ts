import type { AstroIntegration } from "astro";

declare module "astro" {
  interface AstroClientDirectives {
    /** Hydrate when the reader first reaches for the island. */
    "client:touch"?: boolean;
  }
}

/** Registers `client:touch`, which hydrates an island when the reader first reaches for it. */
export function touchDirective(): AstroIntegration {
  return {
    name: "downhill:touch",
    hooks: {
      "astro:config:setup": ({ addClientDirective }) => {
        addClientDirective({ name: "touch", entrypoint: "./components/shell/touch.ts" });
      },
    },
  };
}
