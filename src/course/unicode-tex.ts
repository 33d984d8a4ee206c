/** TeX of single characters, Greek first. */
export const SIGNS: ReadonlyMap<string, string> = table(String.raw`
  α \alpha | β \beta | γ \gamma | δ \delta | ε \varepsilon | ζ \zeta | η \eta | θ \theta
  κ \kappa | λ \lambda | μ \mu | µ \mu | ν \nu | ξ \xi | π \pi | ρ \rho | ϱ \varrho | σ \sigma | τ \tau
  φ \varphi | χ \chi | ψ \psi | ω \omega | Γ \Gamma | Δ \Delta | Θ \Theta | Λ \Lambda
  Φ \Phi | Ψ \Psi | Ω \Omega | Σ \textstyle\sum | Π \textstyle\prod | ∑ \textstyle\sum
  ∏ \textstyle\prod | ∫ \int | ∇ \nabla | ∂ \partial | ∞ \infty | ℓ \ell | ℝ \mathbb{R}
  − - | – - | · \cdot | × \times | ⊙ \odot | ∘ \circ | ∗ * | ± \pm | ∓ \mp | ′ ' | ″ ''
  ← \leftarrow | → \to | ↦ \mapsto | ⇒ \Rightarrow | ⇔ \Leftrightarrow | ⊤ \top | ⊥ \perp
  ≤ \le | ≥ \ge | ≠ \ne | ≈ \approx | ≡ \equiv | ∼ \sim | ~ \sim | ∝ \propto | ≪ \ll | ≫ \gg
  ≺ \prec | ≻ \succ | ⪰ \succeq | ⪯ \preceq | ∈ \in | ∉ \notin | ∀ \forall | ∪ \cup | ∩ \cap
  ‖ \| | ⟨ \langle | ⟩ \rangle | ⌊ \lfloor | ⌋ \rfloor | ⌈ \lceil | ⌉ \rceil
  … \dots | ⋯ \cdots | ½ \tfrac12 | ⅓ \tfrac13 | ¼ \tfrac14 | ¾ \tfrac34 | ° ^\circ
  % \% | # \# | & \& | { \{ | } \} | _ \_
`);

/** Raised characters, as the ordinary ones that they stand for. */
export const RAISED: ReadonlyMap<string, string> = pairs(
  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ",
  "0123456789+−=()abcdefghijklmnoprstuvwxyz⊤",
);

/** Lowered characters, as the ordinary ones that they stand for. */
export const LOWERED: ReadonlyMap<string, string> = pairs(
  "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ᵢⱼₖₙₘₜₓₐₑₚₛₗₕᵣᵤᵥ",
  "0123456789+−=()ijknmtxaepslhruv",
);

/** Marks above a letter. */
export const ACCENTS: ReadonlyMap<string, string> = new Map([
  ["\u0302", "\\hat"],
  ["\u0303", "\\tilde"],
  ["\u0304", "\\bar"],
  ["\u0307", "\\dot"],
]);

/** Names that TeX sets as operators. */
export const OPERATORS: ReadonlySet<string> = new Set(
  "min max log exp sin cos tan ln det sup inf lim arg dim ker tanh sinh cosh".split(" "),
);

function table(text: string): ReadonlyMap<string, string> {
  const entries = text.trim().split(/\s*\n\s*| \| /);
  return new Map(
    entries.map((entry) => {
      const [sign = "", tex = ""] = entry.split(" ");
      return [sign, /\\[a-z]+$/i.test(tex) ? `${tex} ` : tex];
    }),
  );
}

function pairs(characters: string, meanings: string): ReadonlyMap<string, string> {
  const meaning = [...meanings];
  return new Map([...characters].map((one, i) => [one, meaning[i] ?? one]));
}
