import type { z } from "zod";
import type { reportSchema } from "./report-schema.js";

/**
 * The result of a run as plain JSON, format version 1. The same subject and seed give the same report, durations and start
 * apart. Nothing in it is a percentage: one failure among a thousand is a failure.
 */
export type Report = z.infer<typeof reportSchema>;

/** One case in a report. */
export type ReportedCase = Report["cases"][number];

/** How often each outcome came; outcomes that did not come are left out. */
export type Totals = NonNullable<Report["totals"][keyof Report["totals"]]["MUST"]>;

/** What becomes of each field between two vendors. */
export type ReportedTranslation = Report["translations"][number];
