import type { Translated } from "@roompass/core";
import type { TranslationSource } from "../vendors/translation-source.js";
import type { Vendor } from "../vendors/vendor.js";
import { findingLines } from "./findings.js";
import { joinLines, requirementLines } from "./issued.js";
import { paragraph } from "./layout.js";
import { jsonLines } from "./printable.js";
import { countLines, reportLines } from "./report.js";
import type { Screen } from "./screen.js";

export interface TranslationView {
  readonly from: Vendor;
  readonly to: Vendor;
  readonly source: TranslationSource;
  readonly moved: Translated;
}

const trust: Readonly<Record<TranslationSource["checkedBy"], string>> = {
  signature: "The source was verified: its signature was made with your key.",
  vendor: "The source was verified: its vendor confirmed it.",
  nobody: "The source was not verified; --trust-unverified says that you know where it comes from.",
};

/** What is wrong with the source, beyond a remark: a translation may take it along. */
function sourceErrorLines({ reading }: TranslationSource, screen: Screen): string[] {
  const errors = reading.warnings.filter(({ severity }) => severity === "error");
  return errors.length === 0
    ? []
    : ["", screen.colours.heading("Wrong with the source"), ...findingLines(errors, screen)];
}

/** A translation that passed, for a person. */
export function translationLines({ from, to, source, moved }: TranslationView, screen: Screen): string[] {
  const { colours, width } = screen;
  const direction = { from: from.name, to: to.name };
  const content = moved.claims === undefined ? "Properties" : "Claims";
  return [
    colours.heading(`${from.adapter.displayName} token -> ${to.adapter.displayName} token`),
    ...paragraph(trust[source.checkedBy], width, 2),
    ...sourceErrorLines(source, screen),
    "",
    colours.heading(`${content} of the new token`),
    ...jsonLines(moved.claims ?? moved.properties).map((line) => `  ${line}`),
    "",
    colours.heading("What became of the old one"),
    ...reportLines(moved.report, direction, screen),
    ...countLines(moved.report, screen),
    ...joinLines(moved.join, screen),
    ...requirementLines(moved.roomRequirements, screen),
  ];
}
