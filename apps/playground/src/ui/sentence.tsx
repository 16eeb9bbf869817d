import type { JSX } from "react";
import { Visible } from "./visible.js";

/** A sentence of the library: names between back ticks are set as code, and nothing in it is markup. */
export function Sentence({ text }: { readonly text: string }): JSX.Element {
  const parts = text.split("`");
  // An odd number of ticks is no quotation.
  if (parts.length % 2 === 0) return <Visible text={text} />;
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
          <Visible key={index} text={part} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
          <code key={index}>
            <Visible text={part} />
          </code>
        ),
      )}
    </>
  );
}
