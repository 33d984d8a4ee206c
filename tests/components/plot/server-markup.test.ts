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

  it("draws the ticks of an axis as one path, where they were", () => {
    const tick = (x: number) => `<path d="M0,0L0,6" transform="translate(${x},20.5)" />`;
    expect(compactMarkup(`<g>${tick(40.5)}${tick(123.33333)}</g>`)).toBe(
      '<g><path d="M40.5 20.5l0 6m82.8-6l0 6" /></g>',
    );
    expect(compactMarkup(tick(40.5))).toBe(
      '<path d="M0 0l0 6" transform="translate(40.5,20.5)" />',
    );
  });

  it("leaves out what draws nothing", () => {
    expect(
      compactMarkup('<path /><text transform="translate(1,2)" y="0.3em" /><text y="1">2</text>'),
    ).toBe('<text y="1">2</text>');
  });

  it("keeps a curve that is shared to a quarter of a pixel, as thick as it was", () => {
    expect(
      compactMarkup(
        '<path id="a" vector-effect="non-scaling-stroke" stroke="red" d="M1.3,2.94L3,4.6"></path>',
      ),
    ).toBe(
      '<path id="a" vector-effect="non-scaling-stroke" stroke="red" transform="scale(.25)" d="M5 12l7 6"></path>',
    );
  });
});
