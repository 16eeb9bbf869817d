import type { Route } from "../http/routes.js";
import { pageHeaders } from "../http/security-headers.js";
import type { Answer } from "../service/call.js";
import { apiPage } from "./api-page.js";
import { errorsPage } from "./errors-page.js";
import { style } from "./style.js";

/** What is the same for everybody, and is written when somebody first asks for it. */
function fixed(name: Route["name"], write: () => string, contentType: string): Route {
  let answer: Answer | undefined;
  const handle = async (): Promise<Answer> => {
    answer ??= { status: 200, body: write(), contentType, headers: pageHeaders };
    return answer;
  };
  return { name, method: "GET", access: "open", handle };
}

/** The documentation: the OpenAPI document, and pages that are made from it. */
export function docsRoutes(openapi: object): ReadonlyMap<string, Route> {
  const html = "text/html; charset=utf-8";
  return new Map([
    ["/openapi.json", fixed("/openapi.json", () => JSON.stringify(openapi), "application/json")],
    ["/docs", fixed("/docs", () => apiPage(openapi), html)],
    ["/docs/errors", fixed("/docs", errorsPage, html)],
    ["/docs/style.css", fixed("/docs", () => style, "text/css; charset=utf-8")],
  ]);
}
