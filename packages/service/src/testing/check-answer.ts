import { expect } from "vitest";
import { serviceCodes } from "../errors/service-codes.js";
import { operations } from "../openapi/operations.js";
import { problem } from "../schemas/problem.js";

/** Problems that any path may have, since they come before the operation. */
const everywhere: ReadonlySet<string> = new Set(["404", "405", "414", "431"]);

/** Every answer of every test is what the OpenAPI document says: the schema, the status, the media type, the headers. */
export async function checkAnswer(method: string, target: string, answer: Response): Promise<void> {
  const path = target.split("?")[0];
  const status = String(answer.status);
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("x-request-id")).toMatch(/^[\x21-\x7e]{1,128}$/);
  const entry = operations.find((one) => one.path === path && one.method === method.toLowerCase());
  if (method === "HEAD" || answer.status === 204) return expect(await answer.text()).toBe("");
  if (answer.headers.get("content-type") === "application/problem+json") {
    const body = problem.parse(await answer.json());
    expect(body.status).toBe(answer.status);
    expect(body.type.endsWith(`#${body.code}`)).toBe(true);
    expect(body.requestId).toBe(answer.headers.get("x-request-id"));
    if (Object.hasOwn(serviceCodes, body.code)) {
      expect(serviceCodes[body.code as keyof typeof serviceCodes].status).toBe(answer.status);
    }
    if (answer.status === 503 || answer.status === 429) expect(answer.headers.get("retry-after")).toMatch(/^[1-9]\d*$/);
    if (entry !== undefined && !everywhere.has(status)) expect(entry.problems).toContain(status);
    return;
  }
  if (entry?.answer !== undefined) {
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    entry.answer.parse(await answer.json());
  }
}
