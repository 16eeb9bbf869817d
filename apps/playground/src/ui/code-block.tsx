import type { JSX } from "react";
import { CopyButton } from "./copy-button.js";

interface Props {
  readonly title: string;
  readonly text: string;
  /** What the button copies, when it is more than a title says. */
  readonly what?: string;
  readonly note?: string;
}

/** Code or JSON with a button that copies it. Its text is shown as it is: whoever made it has made it visible. */
export function CodeBlock({ title, text, what = `the ${title.toLowerCase()}`, note }: Props): JSX.Element {
  return (
    <figure className="code">
      <figcaption>
        <span>{title}</span>
        <CopyButton text={text} what={what} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
      {note !== undefined && <p className="code-note">{note}</p>}
    </figure>
  );
}
