import { errorCodes } from "@roompass/core";
import { serviceCodes } from "../errors/service-codes.js";
import { statusOfCode } from "../errors/status-of-code.js";
import { escapeHtml, prose } from "./escape-html.js";
import { page } from "./page.js";

interface Row {
  readonly code: string;
  readonly status: number;
  readonly cause: string;
  readonly cure: string;
}

function rowHtml({ code, status, cause, cure }: Row): string {
  const id = escapeHtml(code);
  return `<tr id="${id}"><th scope="row"><code>${id}</code></th><td>${status}</td><td>${prose(cause)}</td><td>${prose(cure)}</td></tr>`;
}

function table(title: string, id: string, rows: readonly Row[]): string {
  const head = ["code", "status", "what it means", "what to do"].map((text) => `<th scope="col">${text}</th>`).join("");
  return `<h2 id="${id}">${escapeHtml(title)}</h2><div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${rows.map(rowHtml).join("")}</tbody></table></div>`;
}

/** The page that every problem's `type` points to: each code with an anchor of its own. */
export function errorsPage(): string {
  const own = Object.entries(serviceCodes).map(([code, entry]) => ({ code, ...entry }));
  const others = (Object.keys(errorCodes) as (keyof typeof errorCodes)[])
    .map((code) => ({ code, status: statusOfCode(code), ...errorCodes[code] }))
    // The operator's own mistakes are answered with `http.internal`.
    .filter(({ status }) => status !== 500);
  const main = [
    "<p>Every answer that is not 200 is a problem (RFC 9457) with one of these codes. Codes are never renamed and never used again for something else.</p>",
    table("Requests", "requests", own),
    table("Grants, tokens and vendors", "roompass", others),
  ].join("\n");
  const navigation = [
    '<li><a href="/docs">Interface</a></li>',
    '<li><a href="#requests">Requests</a></li>',
    '<li><a href="#roompass">Grants, tokens and vendors</a></li>',
  ];
  return page("Codes of problems", `<ul>${navigation.join("")}</ul>`, main);
}
