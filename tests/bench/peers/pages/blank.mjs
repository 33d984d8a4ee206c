import { live } from "./cell.mjs";

live(() => "-2.37037 -1.77778");
