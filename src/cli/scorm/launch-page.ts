import type { LmsPackage } from "#src/lms/lms-package.ts";
import { LAUNCH_FOLDER } from "./launch-script.ts";

/** The page that an LMS opens: the page of the book in a frame, and a line of what the LMS knows. */
export function launchPage(about: LmsPackage): string {
  // Within a script only the end of one could be misread.
  const told = JSON.stringify(about).replaceAll("<", "\\u003c");
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${escaped(about.title)} · Downhill</title>
    <link rel="icon" href="favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="${LAUNCH_FOLDER}/launch.css" />
  </head>
  <body>
    <noscript><p>This package tells an LMS what was done, for which it needs JavaScript, which is switched off here. The text can be read: <a href="${escaped(about.pages[0] ?? "")}">${escaped(about.title)}</a></p></noscript>
    <iframe id="page" title="${escaped(about.title)}" allow="fullscreen; clipboard-write"></iframe>
    <footer class="lms-line">
      <p><span id="standing"></span> <span id="kept"></span></p>
      <p id="notes" role="status"></p>
      <button type="button" id="open-record">Learning record</button>
    </footer>
    <dialog id="record" aria-labelledby="record-title">
      <h2 id="record-title">Learning record</h2>
      <p>Each attempt, and the whole once it is done, as a statement of xAPI, which learning record stores read. Nothing is sent before you ask for it.</p>
      <label id="account-place">Your e-mail address or account <input type="text" id="account" maxlength="200" autocomplete="email" spellcheck="false" autocapitalize="off" /></label>
      <p class="lms-buttons">
        <button type="button" id="save-record">Save what was learned as xAPI statements</button>
        <button type="button" id="send-record" hidden>Send</button>
        <button type="button" id="close-record">Close</button>
      </p>
      <p id="record-said" role="status"></p>
    </dialog>
    <script type="application/json" id="package">${told}</script>
    <script src="${LAUNCH_FOLDER}/launch.js"></script>
  </body>
</html>
`;
}

/** The page that stands for what is in the book and not in the package, where a link is opened apart. */
export function elsewherePage({ title }: LmsPackage): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>In the book · Downhill</title>
    <link rel="stylesheet" href="${LAUNCH_FOLDER}/launch.css" />
  </head>
  <body>
    <main class="lms-elsewhere">
      <h1>In the book</h1>
      <p>This page is in the book Downhill. The package of your course holds “${escaped(title)}” only; ask your teacher where the book is.</p>
    </main>
  </body>
</html>
`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
