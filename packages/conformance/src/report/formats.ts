import { badgeText } from "./badge.js";
import { htmlText } from "./html.js";
import { jsonText } from "./json.js";
import { junitText } from "./junit.js";
import { markdownText } from "./markdown.js";
import { prettyText } from "./pretty.js";
import type { Report } from "./report.js";
import type { Screen } from "./screen.js";
import { tapText } from "./tap.js";

export const formats = ["pretty", "json", "junit", "markdown", "tap", "html", "badge"] as const;

export type Format = (typeof formats)[number];

/** How each format is written. */
export const writers: Readonly<Record<Format, (report: Report, screen: Screen) => string>> = {
  pretty: prettyText,
  json: jsonText,
  junit: junitText,
  markdown: markdownText,
  tap: tapText,
  html: htmlText,
  badge: badgeText,
};

/** The files that `--output` writes. */
export const reportFiles: Readonly<Record<string, (report: Report) => string>> = {
  "report.json": jsonText,
  "junit.xml": junitText,
  "summary.md": markdownText,
  "report.html": htmlText,
  "badge.json": badgeText,
};
