/// <reference lib="webworker" />
import ts from "typescript";
import type { TypeCall, TypeReply, TypeStart } from "./protocol.ts";
import { createTypeService, type TypeService } from "./service.ts";

let service: Promise<TypeService> | undefined;

addEventListener("message", async ({ data }: MessageEvent<TypeStart | TypeCall>) => {
  if ("library" in data) {
    service = load(data.library);
    return;
  }
  const { id, question, args } = data;
  try {
    const ask = (await service)?.[question] as (...args: readonly unknown[]) => unknown;
    postMessage({ id, answer: ask(...args) } satisfies TypeReply);
  } catch (error) {
    postMessage({ id, problem: String(error) } satisfies TypeReply);
  }
});

async function load(url: string): Promise<TypeService> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${url}`);
  return createTypeService(ts, await response.json());
}
