import { labelled, paragraph } from "../output/layout.js";
import { printable } from "../output/printable.js";
import { type FlaggedRefusal, refusalLines } from "../output/refusals.js";
import type { Screen } from "../output/screen.js";
import type { Failure } from "./failure.js";

/** What a vendor said, for a person: only what the library passes on, which holds no secret. */
function vendorRows(details: Failure["details"]): (readonly [string, string])[] {
  const rows: readonly (readonly [string, string])[] = [
    ["status", "status"],
    ["vendorCode", "vendor's code"],
    ["vendorMessage", "vendor's words"],
    ["retryAfterSeconds", "retry after (s)"],
  ];
  return rows.flatMap(([name, label]) => {
    const value = details?.[name];
    return typeof value === "string" || typeof value === "number" ? [[label, printable(String(value))] as const] : [];
  });
}

/** The library lists paths and problems in its message; here they follow one by one. */
function headline({ message, issues = [], details }: Failure, isRefused: boolean): string {
  if (isRefused) return `A ${details?.["from"]} token cannot become a ${details?.["to"]} token as it is.`;
  return issues.length > 1 ? `There are ${issues.length} problems with the grant.` : message;
}

/** What has been shown as a row is not looked up in the details, which only JSON has. */
function cureText(cure: string): string {
  const text = cure
    .replace(/^See `details\.[^;]*; /, "")
    .replace(/; `details\.[^;]*$/, ".")
    .replace("`details.retryAfterSeconds` where given", "as long as the vendor says");
  return printable(text.charAt(0).toUpperCase() + text.slice(1));
}

/** An error for a person. */
export function failureLines(failure: Failure, refusals: readonly FlaggedRefusal[], screen: Screen): string[] {
  const { colours, width } = screen;
  const { code, cure, path, issues = [], frames = [] } = failure;
  const message = headline(failure, refusals.length > 0);
  const where =
    path === undefined || issues.length > 1 || refusals.length > 0 || message.includes(path)
      ? ""
      : ` at ${printable(path)}`;
  const lines = [
    ...paragraph(`${colours.bad("Error:")} ${printable(message)}`, width, 0, 2),
    `  ${colours.quiet(`${code}${where}`)}`,
    ...labelled(vendorRows(failure.details), width),
  ];
  if (refusals.length > 0) return [...lines, "", ...refusalLines(refusals, screen)];
  if (issues.length > 1) {
    const told = issues.flatMap((issue) => [
      `  ${colours.heading(printable(issue.path === "" ? "the grant" : issue.path))}`,
      ...paragraph(printable(issue.message), width, 4),
      ...(issue.cure === undefined ? [] : paragraph(colours.quiet(printable(issue.cure)), width, 4)),
    ]);
    return [...lines, "", ...told];
  }
  return [
    ...lines,
    ...(cure === undefined ? [] : paragraph(cureText(cure), width, 2)),
    ...frames.map((frame) => `    ${colours.quiet(printable(frame))}`),
  ];
}
