import type { APIRoute } from "astro";
import { packDigits } from "#components/widgets/digits-workers/packed.ts";
import csv from "#content/data/digits.csv?raw";

/** The handwritten digits, packed: fetched when a reader starts an experiment with them. */
export const GET: APIRoute = () =>
  new Response(packDigits(csv), { headers: { "content-type": "text/plain; charset=utf-8" } });
