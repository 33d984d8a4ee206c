import { addStyle } from "#components/shell/add-style.ts";
import css from "./linked.css?inline";

// Imported as it is, it would stand in the page from the start.
addStyle(css);
