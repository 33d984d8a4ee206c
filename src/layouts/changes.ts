import source from "#content/changes.yml?raw";
import { parseChanges } from "#src/publishing/parse-changes.ts";

/** The editions of the book and what changed in each, newest first. */
export const changes = parseChanges(source);
