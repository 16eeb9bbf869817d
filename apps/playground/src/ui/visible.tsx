import type { JSX } from "react";
import { visiblePieces } from "../text/visible-text.js";

interface Props {
  readonly text: string;
  /** Longest text shown, in characters. */
  readonly most?: number;
}

/** A text from outside: never markup, and what does not show in it is shown as its code. */
export function Visible({ text, most = 400 }: Props): JSX.Element {
  const { pieces, left } = visiblePieces(text, most);
  return (
    <bdi className="breaks">
      {pieces.map((piece, index) =>
        "text" in piece ? (
          piece.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
          <span className="odd-character" key={index} title={piece.name}>
            {piece.code}
            <span className="hidden-visually"> ({piece.name})</span>
          </span>
        ),
      )}
      {left > 0 && <span className="soft"> … {left.toLocaleString("en")} more characters</span>}
    </bdi>
  );
}
