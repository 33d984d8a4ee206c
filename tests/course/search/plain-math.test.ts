import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { plainMath, withSmallScripts } from "#src/course/search/plain-math.ts";

describe("a formula in plain characters", () => {
  it.each([
    [String.raw`\frac{\beta_2}{1-\beta_2^t}`, "β₂/(1−β₂ᵗ)"],
    [String.raw`\tfrac12 x^2`, "½x²"],
    [String.raw`\lVert\nabla f(\theta)\rVert\le\sqrt{\hat s_t}+\epsilon`, "‖∇f(θ)‖ ≤ √ŝₜ+ε"],
    [String.raw`\eta_{\mathrm A}=(1-\beta)\,\eta_{\mathrm C}`, "η_A = (1−β) η_C"],
    [String.raw`f(\theta^\star) \text{ for all } x^{\top}H x`, "f(θ*) for all xᵀHx"],
    [String.raw`\velocity{v_t}=\beta v_{t-1} \label{momentum}`, "vₜ = βvₜ₋₁"],
    [String.raw`\begin{aligned} a&=b,\\ c&=d\end{aligned}`, "a = b; c = d"],
    [String.raw`\operatorname{diag}(s)^{-1/2}`, "diag(s)^(−1/2)"],
    [String.raw`\max_i|\lambda_i|`, "max ᵢ|λᵢ|"],
    [String.raw`\Big(\frac{\sqrt\kappa-1}{\sqrt\kappa+1}\Big)^2`, "((√κ−1)/(√κ+1))²"],
    [String.raw`a\\[0.5em] b`, "a; b"],
    [String.raw`\ddot\theta`, "θ̈"],
  ])("%s", (tex, plain) => {
    expect(plainMath(tex).normalize("NFC")).toBe(plain.normalize("NFC"));
  });

  it("leaves no backslash and no brace of any formula of the chapters", () => {
    const folder = resolve(import.meta.dirname, "../../../content/chapters");
    const formulas = readdirSync(folder).flatMap((name) => {
      const prose = readFileSync(`${folder}/${name}`, "utf8").replace(/```[\s\S]*?```/g, "");
      return [...prose.matchAll(/\$\$?([^$]+)\$\$?/g)].map(([, tex = ""]) => tex);
    });
    expect(formulas.length).toBeGreaterThan(2000);
    const left = formulas.filter((tex) => !/\\[{}]/.test(tex) && /[\\{}]/.test(plainMath(tex)));
    expect(left).toEqual([]);
  });
});

describe("a docstring in one line", () => {
  it.each([
    ["m_k = β₁ m_{k−1} + (1 − β₁) g_k", "mₖ = β₁ mₖ₋₁ + (1 − β₁) gₖ"],
    ["4a_{k−1}² + 1 and d_{k−1}ᵀy", "4aₖ₋₁² + 1 and dₖ₋₁ᵀy"],
    ["m̂_k / (√s_k + ε)", "m̂ₖ / (√sₖ + ε)"],
    ["s_b and max_exp_avg_sq stay", "s_b and max_exp_avg_sq stay"],
  ])("has the subscripts of %j in small characters", (text, plain) => {
    expect(withSmallScripts(text)).toBe(plain);
  });
});
