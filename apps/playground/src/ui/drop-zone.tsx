import { type DragEvent, type JSX, type ReactNode, useRef, useState } from "react";
import { longestText } from "../reading/read-text.js";

interface Props {
  readonly onText: (text: string) => void;
  readonly children: ReactNode;
}

/** The text that was dropped: a text, a link, or the beginning of a file. */
async function droppedText({ files, ...transfer }: { files: FileList; text: string }): Promise<string> {
  const [file] = files;
  // One character more than is ever looked at, so that a text that is too long is still told to be.
  return file === undefined ? transfer.text : file.slice(0, longestText + 1).text();
}

/** A field of one line, above all one for a key: a text that is dropped there is meant for it, and is shown nowhere else. */
function isForField({ target, dataTransfer }: DragEvent): boolean {
  const isField = target instanceof HTMLInputElement && (target.type === "text" || target.type === "password");
  return isField && !dataTransfer.types.includes("Files");
}

/** Takes a token that is dropped anywhere on the page but in another field. */
export function DropZone({ onText, children }: Props): JSX.Element {
  const [isOver, setOver] = useState(false);
  // Entering a child is told before the parent is left.
  const depth = useRef(0);
  const enter = (event: DragEvent): void => {
    depth.current += 1;
    setOver(!isForField(event));
    if (!isForField(event)) event.preventDefault();
  };
  const leave = (): void => {
    depth.current = Math.max(0, depth.current - 1);
    if (depth.current === 0) setOver(false);
  };
  const drop = (event: DragEvent): void => {
    depth.current = 0;
    setOver(false);
    if (isForField(event)) return;
    event.preventDefault();
    const { dataTransfer } = event;
    const plain = dataTransfer.getData("text/plain");
    const text = plain === "" ? dataTransfer.getData("text/uri-list") : plain;
    void droppedText({ files: dataTransfer.files, text }).then((dropped) => {
      if (dropped !== "") onText(dropped);
    });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for a pointer; pasting into the field is for everybody
    <div
      className="page"
      onDragEnter={enter}
      onDragLeave={leave}
      onDragOver={(event) => {
        if (!isForField(event)) event.preventDefault();
      }}
      onDrop={drop}
    >
      {children}
      {isOver && (
        <div className="drop-veil" aria-hidden="true">
          Drop the token here
        </div>
      )}
    </div>
  );
}
