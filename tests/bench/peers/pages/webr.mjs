import { ChannelType, WebR } from "webr";
import { live } from "./cell.mjs";

const r = `curvatures <- c(1, 25)
eta <- 1 / 9
beta <- 4 / 9
theta <- c(-4, 1)
v <- c(0, 0)
for (t in 1:3) {
  v <- beta * v + curvatures * theta
  theta <- theta - eta * v
}
paste(sprintf("%.5f", theta), collapse = " ")`;

// The channel that needs no special headers from the host.
const webR = new WebR({
  baseUrl: new URL("/webr/", location.href).href,
  channelType: ChannelType.PostMessage,
});
const started = webR.init();
live(
  async (source) => {
    await started;
    return webR.evalRString(source);
  },
  () => r,
);
