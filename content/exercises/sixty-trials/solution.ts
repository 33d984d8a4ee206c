import { chanceOfTopShare } from "@downhill/optim";

export function answers(): readonly number[] {
  return [chanceOfTopShare(20, 0.1)];
}
