import { deepFreeze } from "@roompass/core/kit";
import { z } from "zod";
import { components } from "../schemas/components.js";
import { problem } from "../schemas/problem.js";
import { type OperationEntry, operations } from "./operations.js";

type Members = Record<string, unknown>;

/** Where a named schema stands in the document. */
const place = (id: string): string => `#/components/schemas/${id}`;

/** OpenAPI 3.1 speaks JSON Schema 2020-12, which is what zod writes; only the marks of a schema of its own go. */
function schemasOf(): Members {
  const { schemas } = z.toJSONSchema(components, { target: "draft-2020-12", io: "input", uri: place });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema, $id, id: _, ...schema }]) => [id, schema as Members]),
  );
}

function idOf(schema: z.ZodType): string {
  const meta = components.get(schema);
  if (meta === undefined) throw new TypeError("A schema of the interface has no name.");
  return meta.id;
}

const json = (schema: z.ZodType): Members => ({ "application/json": { schema: { $ref: place(idOf(schema)) } } });

function problemAnswer(description: string): Members {
  return { description, content: { "application/problem+json": { schema: { $ref: place(idOf(problem)) } } } };
}

const problems: Readonly<Record<string, string>> = {
  "400": "The request is malformed, or its grant is.",
  "401": "There is no valid key.",
  "403": "The key may not do this.",
  "409": "The same request is being worked on.",
  "410": "The invitation was used.",
  "413": "The body is too large.",
  "415": "The body is not JSON as it is.",
  "422": "It is understood, and refused: a token that is not good, a vendor that cannot hold it, a reused key.",
  "429": "Too many requests; wait for `Retry-After`.",
  "500": "A bug or a wrong setting of the service.",
  "502": "The vendor's answer was of no use.",
  "503": "Busy, stopping, or a part of the service does not work; wait for `Retry-After`.",
  "504": "It took too long.",
};

function operationObject(entry: OperationEntry): Members {
  const { answer } = entry;
  const success =
    answer === undefined
      ? { description: entry.success, content: { [entry.mediaType ?? "application/json"]: {} } }
      : { description: entry.success, content: json(answer) };
  return {
    operationId: entry.id,
    summary: entry.summary,
    description: entry.description,
    tags: [entry.tag],
    ...(entry.needsKey ? { security: [{ key: [] }] } : { security: [] }),
    ...(entry.parameters === undefined ? {} : { parameters: entry.parameters }),
    ...(entry.request === undefined ? {} : { requestBody: { required: true, content: json(entry.request) } }),
    responses: {
      "200": success,
      ...(entry.unready === undefined
        ? {}
        : { "503": { description: entry.unready, content: json(entry.answer as z.ZodType) } }),
      ...Object.fromEntries(entry.problems.map((status) => [status, problemAnswer(problems[status] as string)])),
    },
  };
}

const made = new Map<boolean, object>();

/** The OpenAPI 3.1 document, made from the schemas that requests are checked with, once. */
export function openapiDocument(withInvitations: boolean): object {
  let document = made.get(withInvitations);
  if (document === undefined) {
    document = makeDocument(withInvitations);
    made.set(withInvitations, document);
  }
  return document;
}

function makeDocument(withInvitations: boolean): object {
  const entries = operations.filter(({ path }) => withInvitations || !path.startsWith("/v1/invitations"));
  return deepFreeze({
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: "roompass token service",
      version: "1",
      summary: "Issues, reads, verifies and translates meeting tokens of several video vendors.",
      description:
        "Requests with a body are strict JSON of at most 16 KB: unknown members, duplicate names and other types are refused, and nothing is converted. Everything that is not 200 is an RFC 9457 problem; branch on its `code`. Tokens cannot be revoked: give them minutes.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    tags: [
      { name: "tokens", description: "Meeting tokens." },
      { name: "invitations", description: "Links that let somebody in once." },
      { name: "service", description: "The service itself." },
    ],
    paths: Object.fromEntries(entries.map((entry) => [entry.path, { [entry.method]: operationObject(entry) }])),
    components: {
      schemas: schemasOf(),
      securitySchemes: {
        key: {
          type: "http",
          scheme: "bearer",
          description: "`Authorization: Bearer <id>.<secret>`, a caller's key. All failures look alike.",
        },
      },
    },
  });
}
