import { describe, expect, it } from "vitest";
import { compactMarkup } from "#components/plot/server-markup.ts";

describe("compactMarkup", () => {
  it("keeps coordinates to a tenth of a pixel", () => {
    expect(compactMarkup('<path d="M1.23456,2.94765L3,4.5"/>')).toBe(
      '<path d="M1.2 2.9l1.8 1.6"/>',
    );
  });

  it("keeps how thick a line is to a hundredth", () => {
    expect(compactMarkup('<g stroke-width="7.22392026578073"/>')).toBe('<g stroke-width="7.22"/>');
    expect(compactMarkup('<g stroke-width="1.25"/>')).toBe('<g stroke-width="1.25"/>');
  });

  it("leaves text and other attributes alone", () => {
    const svg = '<text fill-opacity="0.125">0.8944</text>';
    expect(compactMarkup(svg)).toBe(svg);
  });

  it("drops the style sheet that every figure would repeat", () => {
    expect(compactMarkup("<svg><style>a{}</style><g/></svg>")).toBe("<svg><g/></svg>");
  });
});
