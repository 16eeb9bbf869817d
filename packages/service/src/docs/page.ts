import { escapeHtml } from "./escape-html.js";

/** A whole page. Nothing in it runs, and nothing comes from elsewhere. */
export function page(title: string, navigation: string, main: string): string {
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(title)}</title>`,
    '<link rel="stylesheet" href="/docs/style.css">',
    "</head>",
    "<body>",
    `<nav aria-label="Contents">${navigation}</nav>`,
    `<main><h1>${escapeHtml(title)}</h1>${main}</main>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}
