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

/** Takes a token that is dropped anywhere on the page. */
export function DropZone({ onText, children }: Props): JSX.Element {
  const [isOver, setOver] = useState(false);
  // Entering a child is told before the parent is left.
  const depth = useRef(0);
  const move = (step: number): void => {
    depth.current = Math.max(0, depth.current + step);
    setOver(depth.current > 0);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    depth.current = 0;
    setOver(false);
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
      onDragEnter={(event) => {
        event.preventDefault();
        move(1);
      }}
      onDragLeave={() => move(-1)}
      onDragOver={(event) => event.preventDefault()}
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
