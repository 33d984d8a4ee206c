import { type ReactNode, useState } from "react";
import { say } from "#src/language/say.ts";
import { DataTable, type TableData } from "./DataTable.tsx";
import { figureNumber } from "./figure-number.ts";
import { useAnnouncement } from "./use-announcement.ts";

export interface WidgetFrameProps {
  /** Also the name of the widget's parameter in the address, and an anchor on the page. */
  readonly id: string;
  readonly title: string;
  /** What to do, what to see, what explains it: a sentence each. */
  readonly tryThis: ReactNode;
  readonly notice: ReactNode;
  readonly why: ReactNode;
  /** What the figure shows in its present state, as one text. */
  readonly summary: string;
  readonly table: TableData;
  readonly playing?: boolean;
  readonly children: ReactNode;
}

/** The frame of every interactive figure: picture and controls, a caption, a summary, the numbers. */
export function WidgetFrame(props: WidgetFrameProps): ReactNode {
  const { id, title, tryThis, notice, why, summary, table, playing = false, children } = props;
  const [number] = useState(() => figureNumber(id));
  const said = useAnnouncement(summary, playing);
  return (
    <figure className="widget" id={id} aria-labelledby={`${id}-title`} data-widget={id}>
      <p className="widget-title" id={`${id}-title`}>
        {number === undefined ? null : <a href={`#${id}`}>{number}</a>}
        {number === undefined ? title : ` ${title}`}
      </p>
      {children}
      <p className="widget-summary">{summary}</p>
      <p className="widget-hidden" role="status">
        {said}
      </p>
      <figcaption>
        <p>
          <b>{say("Try")}</b> {tryThis}
        </p>
        <p>
          <b>{say("Notice")}</b> {notice}
        </p>
        <p>
          <b>{say("Why")}</b> {why}
        </p>
      </figcaption>
      <DataTable {...table} />
    </figure>
  );
}
