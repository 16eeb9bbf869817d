import type { JSX } from "react";

/** Drawn on a square of 16 units; decoration only, the words beside it say the same. */
const drawings = {
  check: "M3 8.5 6.5 12 13 4.5",
  cross: "M4 4l8 8M12 4l-8 8",
  minus: "M3.5 8h9",
  question: "M5.6 6a2.4 2.4 0 1 1 3.4 2.2c-.7.3-1 .8-1 1.5M8 12.6v.1",
  down: "M8 3v9M4 8.5 8 12.5 12 8.5",
  up: "M8 13V4M4 7.5 8 3.5 12 7.5",
  right: "M3 8h9.5M8.5 4l4 4-4 4",
  dot: "M8 7.4v1.2",
  wave: "M2.5 9.5c1.8-4 3.7-4 5.5-1.5s3.7 2.5 5.5-1.5",
  alert: "M8 2.8 14 13.3H2ZM8 6.8v3M8 11.6v.1",
  copy: "M6 5V2.5h7.5V10H11M2.5 5.5h8v8h-8z",
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
