import type { Authority, Grant, Issuance } from "@roompass/core";
import { grantRows } from "./grant-rows.js";
import { labelled } from "./layout.js";
import { rightsRows } from "./rights.js";
import type { Screen } from "./screen.js";

/** What a token or a grant lets its holder do, for a person. */
export interface Reading {
  readonly grant: Grant;
  readonly authority: Authority;
  readonly issuance: Issuance;
}

export function readingLines(reading: Reading, screen: Screen): string[] {
  const { colours, width } = screen;
  return [
    colours.heading("What it grants"),
    ...labelled(grantRows(reading.grant, reading.authority, reading.issuance, screen), width),
    "",
    colours.heading("What the holder may do"),
    ...labelled(rightsRows(reading.authority, colours), width),
  ];
}
