import { PROGRESS } from "#components/exercise/progress-event.ts";
import type { Progress } from "#src/grading/progress.ts";
import { type Destination, destinationOf } from "#src/lms/destination.ts";
import type { LmsPackage } from "#src/lms/lms-package.ts";

export interface PageWatch {
  /** There is something new of the work on an exercise. */
  readonly onWork: (exercise: string, work: Progress) => void;
  /** The text was read to its end. */
  readonly onRead: () => void;
  /** A link leads to a page of the book that the package does not have. */
  readonly onElsewhere: (name: string) => void;
}

/** Follows what is done on the page in the frame, each time it is loaded. */
export function watchPage(frame: HTMLIFrameElement, about: LmsPackage, watch: PageWatch): void {
  const root = new URL("./", location.href).href;
  frame.addEventListener("load", () => {
    const page = frame.contentDocument;
    if (!page) return;
    page.addEventListener(PROGRESS, (event) => {
      const { exercise = "" } = (event.target as HTMLElement).dataset;
      watch.onWork(exercise, (event as CustomEvent<Progress>).detail);
    });
    page.addEventListener("click", (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]");
      if (!link || event.defaultPrevented) return;
      go(event, link, destinationOf(link.href, root, about), page.URL);
    });
    noteEnd(page, watch.onRead);
    followTheme(page);
  });

  function go(event: Event, link: HTMLAnchorElement, to: Destination, here: string) {
    if (to.kind === "other") {
      // In the frame it would stand in the place of the page, and most sites forbid that.
      link.target = "_blank";
      link.rel = "noopener";
      return;
    }
    if (link.download !== "" || !/^https?:/.test(link.protocol)) return;
    if (to.kind === "package") {
      if (link.href.split("#")[0] === here.split("#")[0]) return;
      event.preventDefault();
      if (frame.contentWindow) frame.contentWindow.location.href = to.address;
      return;
    }
    event.preventDefault();
    if (to.address === undefined) watch.onElsewhere(link.textContent?.trim() ?? "");
    else window.open(to.address, "_blank", "noopener");
  }
}

/** The end of the text has come into view. */
function noteEnd(page: Document, onRead: () => void) {
  const end = page.querySelector(".prose > :last-child");
  const Observer = (page.defaultView as (Window & typeof globalThis) | null)?.IntersectionObserver;
  if (!end || !Observer) return;
  const observer = new Observer(([entry]) => {
    if (!entry?.isIntersecting) return;
    observer.disconnect();
    onRead();
  });
  observer.observe(end);
}

/** The page has the switch of light and dark; the launch page around it follows. */
function followTheme(page: Document) {
  const follow = () => {
    const { theme } = page.documentElement.dataset;
    if (theme === undefined) delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  };
  new MutationObserver(follow).observe(page.documentElement, { attributeFilter: ["data-theme"] });
  follow();
}
