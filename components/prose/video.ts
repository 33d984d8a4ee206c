import { say } from "#src/language/say.ts";

/** A video that is fetched when the reader asks for it. Markup: Video.astro. */
class DownhillVideo extends HTMLElement {
  connectedCallback(): void {
    const part = (name: string) => this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    const play = part("play");
    const notice = part("notice");
    if (!play || !notice) return;
    play.hidden = false;
    notice.hidden = false;
    play.addEventListener("click", () => {
      const frame = this.#frame();
      part("stage")?.replaceChildren(frame);
      notice.remove();
      frame.focus();
    });
  }

  #frame(): HTMLIFrameElement {
    const frame = document.createElement("iframe");
    frame.src = `https://www.youtube-nocookie.com/embed/${this.dataset["video"]}?autoplay=1`;
    frame.title = this.dataset["title"] ?? say("Video");
    frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    // The player refuses to play for a page that does not say where it is.
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    return frame;
  }
}

customElements.define("downhill-video", DownhillVideo);
