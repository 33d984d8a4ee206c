import { digits } from "@downhill/optim/data";
import type { APIRoute } from "astro";
import { packDigits } from "#components/widgets/digits-workers/packed.ts";

/** The handwritten digits, packed: fetched when a reader starts an experiment with them. */
export const GET: APIRoute = () =>
  new Response(packDigits(digits()), { headers: { "content-type": "text/plain; charset=utf-8" } });
