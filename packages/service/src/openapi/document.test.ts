import { describe, expect, it } from "vitest";
import { z } from "zod";
import { guestGrant, key, makeWorld } from "../testing/world.js";
import { openapiDocument } from "./document.js";
import { operations } from "./operations.js";

type Json = Record<string, unknown>;
const document = openapiDocument(true) as Json & {
  readonly paths: Record<string, Record<string, Json>>;
  readonly components: { readonly schemas: Record<string, Json> };
};

/** Every object in the document. */
function* objectsIn(value: unknown): Generator<Json> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value as Json;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

/** A schema of the document, with everything it refers to, as a checker of its own. */
function checker(id: string): z.ZodType {
  const text = JSON.stringify({ $defs: document.components.schemas, ...document.components.schemas[id] });
  return z.fromJSONSchema(JSON.parse(text.replaceAll("#/components/schemas/", "#/$defs/")) as never);
}

describe("the OpenAPI document", () => {
  it("has the parts that OpenAPI 3.1 wants, and no others", () => {
    expect(Object.keys(document).sort()).toEqual([
      "components",
      "info",
      "jsonSchemaDialect",
      "openapi",
      "paths",
      "tags",
    ]);
    expect(document["openapi"]).toBe("3.1.0");
    expect(document["info"]).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    const ids = new Set<unknown>();
    for (const [path, item] of Object.entries(document.paths)) {
      expect(path).toMatch(/^\/[a-z0-9/.]+$/);
      for (const [method, operation] of Object.entries(item)) {
        expect(["get", "post"]).toContain(method);
        expect(ids.has(operation["operationId"])).toBe(false);
        ids.add(operation["operationId"]);
        expect(operation["requestBody"] !== undefined).toBe(method === "post");
        for (const [status, answer] of Object.entries(operation["responses"] as Json)) {
          expect(status).toMatch(/^[2-5]\d\d$/);
          expect(answer).toHaveProperty("description");
        }
      }
    }
  });

  it("has every reference that it uses, and uses every schema that it has", () => {
    const used = new Set([...objectsIn(document)].map((one) => one["$ref"]).filter((ref) => ref !== undefined));
    const there = Object.keys(document.components.schemas).map((id) => `#/components/schemas/${id}`);
    expect([...used].sort()).toEqual(there.sort());
  });

  it("refuses members that do not exist everywhere in what is sent", () => {
    const requests = operations.filter(({ request }) => request !== undefined);
    expect(requests.length).toBe(6);
    for (const name of [
      "IssueRequest",
      "VerifyRequest",
      "TranslateRequest",
      "GrantInput",
      "RightsInput",
      "TranslationPolicy",
    ]) {
      expect(document.components.schemas[name]).toHaveProperty("additionalProperties", false);
    }
  });

  it("is frozen, JSON, and what /openapi.json answers", async () => {
    const world = await makeWorld();
    const served = await (await world.ask("GET", "/openapi.json")).json();
    expect(served).toEqual(world.service.openapi);
    for (const one of objectsIn(document)) expect(Object.isFrozen(one)).toBe(true);
  });

  it("names every path that is served and no other", async () => {
    const world = await makeWorld({
      settings: { invitations: { secrets: ["TEST-ONLY-invitation-secret-0123456789abcdef"] } },
    });
    for (const path of Object.keys(document.paths)) {
      expect((await world.ask("DELETE", path)).status).toBe(405);
    }
  });

  it("describes real answers so that another reader of the document agrees", async () => {
    const world = await makeWorld();
    const issued = await (await world.post("/v1/tokens", { provider: "daily", grant: guestGrant })).json();
    const { token } = issued as { readonly token: string };
    const answers: readonly [string, unknown][] = [
      ["IssueAnswer", issued],
      ["VerifyAnswer", await (await world.post("/v1/tokens/verify", { provider: "daily", token })).json()],
      ["InspectAnswer", await (await world.ask("POST", "/v1/tokens/inspect", { token })).json()],
      ["TranslateAnswer", await (await world.post("/v1/translate", { token, from: "daily", to: "livekit" })).json()],
      [
        "ProvidersAnswer",
        await (await world.ask("GET", "/v1/providers", undefined, { authorization: `Bearer ${key}` })).json(),
      ],
      ["Status", await (await world.ask("GET", "/livez")).json()],
      ["Problem", await (await world.post("/v1/tokens", { provider: "daily", grant: {} })).json()],
    ];
    for (const [id, answer] of answers) {
      const result = checker(id).safeParse(answer);
      expect(result.error?.issues ?? [], id).toEqual([]);
      expect(checker(id).safeParse({ ...(answer as object), more: 1 }).success, id).toBe(false);
    }
  });
});
