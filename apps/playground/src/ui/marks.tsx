import type { JSX } from "react";
import { type Mark, markWords, type Tone } from "../text/words.js";
import { Icon, type IconName } from "./icon.js";

const markIcons: Readonly<Record<Mark, IconName>> = {
  exact: "check",
  assumed: "wave",
  advisory: "question",
  narrowed: "down",
  moved: "right",
  dropped: "minus",
  widened: "up",
  refused: "cross",
};

const toneIcons: Readonly<Record<Tone, IconName>> = {
  good: "check",
  caution: "question",
  bad: "cross",
  moved: "right",
  quiet: "minus",
};

/** What became of one part: colour, picture and word say the same. */
export function MarkBadge({ mark }: { readonly mark: Mark }): JSX.Element {
  const { word, tone } = markWords[mark];
  return (
    <span className={`badge ${tone}`}>
      <Icon name={markIcons[mark]} />
      {word}
    </span>
  );
}

export function ToneBadge({ tone, children }: { readonly tone: Tone; readonly children: string }): JSX.Element {
  return (
    <span className={`badge ${tone}`}>
      <Icon name={toneIcons[tone]} />
      {children}
    </span>
  );
}
