import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { hasPreview, previewOf } from "#components/explain/preview.ts";

const at = (html: string, selector = "#x"): Element =>
  parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.querySelector(
    selector,
  ) as unknown as Element;

const preview = (html: string) => previewOf(at(html));

describe("the preview", () => {
  it("of an equation is the equation and its number, and no stop of the keyboard", () => {
    const html = preview(
      '<div class="equation" id="x"><div class="equation-body" tabindex="0"><span class="katex-display"><span data-symbol="rate" tabindex="0">η</span></span></div><a class="equation-number" href="#x" aria-label="Equation 6.1">(6.1)</a></div>',
    );
    expect(html).toBe(
      '<span class="explain-name">Equation 6.1</span><span class="katex-display"><span>η</span></span>',
    );
  });

  it("of a figure is its title and its narrowest picture, with ids of its own", () => {
    const html = preview(
      '<figure class="widget" id="x"><p class="widget-title"><a href="#x">Figure 6.1</a> A ball</p><div class="plot-drawing"><svg id="one"><clipPath id="clip"></clipPath><g clip-path="url(#clip)"></g></svg><svg id="two"></svg></div></figure>',
    );
    expect(html).toContain('<span class="explain-name">Figure 6.1 A ball</span>');
    expect(html).toMatch(/<clippath id="preview-clip"/i);
    expect(html).toContain('clip-path="url(#preview-clip)"');
    expect(html).not.toContain("two");
  });

  it("of a figure without a picture is what it says of itself", () => {
    expect(
      preview(
        '<figure class="widget" id="x"><p class="widget-title">A guide</p><p class="widget-summary">Adam is chosen.</p></figure>',
      ),
    ).toContain("Adam is chosen.");
  });

  it("of an exercise is its title and what it asks first, without the way to answer", () => {
    expect(
      preview(
        '<downhill-exercise id="x"><p class="exercise-title"><a href="#x">Exercise 6.1</a><span>One step</span></p><div class="exercise-prompt"><p>Order <a href="#y">these</a>.</p><p>More.</p></div><form>Answer</form></downhill-exercise>',
      ),
    ).toBe('<span class="explain-name">Exercise 6.1 One step</span><p>Order these.</p>');
  });

  it("of a section is its heading and its first paragraph, not the next section's", () => {
    const page =
      '<h2 id="x"><a href="#x">A ball</a></h2><div>a figure</div><p>Let it <a href="#y">roll</a>.</p><p>On.</p><h2 id="empty"><a>Empty</a></h2><h2>Next</h2><p>Far.</p>';
    expect(preview(page)).toBe('<span class="explain-name">A ball</span><p>Let it roll.</p>');
    expect(previewOf(at(page, "#empty"))).toBeUndefined();
  });

  it("of a statement is all of it", () => {
    expect(
      preview(
        '<div class="statement" id="x"><p class="statement-title"><a href="#x">Lemma 1.1</a> <span>One step</span></p><p>If so,</p><div class="equation" id="eq-l">a</div></div>',
      ),
    ).toBe(
      '<span class="explain-name">Lemma 1.1 <span>One step</span></span><p>If so,</p><div class="equation" id="preview-eq-l">a</div>',
    );
  });

  it("of a cell is its title and its code", () => {
    expect(
      preview(
        '<downhill-cell id="x" aria-label="Three steps"><pre tabindex="0"><code>const a = 1;</code></pre></downhill-cell>',
      ),
    ).toBe(
      '<span class="explain-name">Three steps</span><pre class="explain-cell"><code>const a = 1;</code></pre>',
    );
  });

  it("of a work is the whole entry with its links for the mouse, and of a note the note without its way back", () => {
    expect(
      preview('<ul class="reading"><li id="x">Goh, G. <a href="https://d.org">Why</a>.</li></ul>'),
    ).toBe('Goh, G. <a tabindex="-1" href="https://d.org">Why</a>.');
    expect(
      preview(
        '<section class="footnotes"><ol><li id="x"><p>Two things. <a href="#b" data-footnote-backref>↩</a></p></li></ol></section>',
      ),
    ).toBe("<p>Two things. </p>");
  });

  it("of anything else is none", () => {
    const place = at('<span id="x"></span>');
    expect([hasPreview(place), previewOf(place)]).toEqual([false, undefined]);
  });
});
