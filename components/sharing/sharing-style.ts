import css from "./sharing.css?inline";

// A style sheet that were imported would stand in the page from the start.
const style = new CSSStyleSheet();
style.replaceSync(css);
document.adoptedStyleSheets.push(style);
