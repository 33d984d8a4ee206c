import { chanceOfTopShare } from "@downhill/optim";

export function answers(): readonly number[] {
  return [chanceOfTopShare(60, 0.05)];
}
