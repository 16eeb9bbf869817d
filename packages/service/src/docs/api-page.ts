import { escapeHtml, prose } from "./escape-html.js";
import { page } from "./page.js";
import { type Schema, schemaHtml, typeHtml } from "./schema-html.js";

interface Content {
  readonly [mediaType: string]: { readonly schema?: Schema };
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly security: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly description: string }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

/** What the page uses of the OpenAPI document. */
interface Document {
  readonly info: { readonly title: string; readonly summary: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** What is sent or answered. That everything else is a problem is said once, at the top. */
function contentHtml(content: Content | undefined): string {
  return Object.entries(content ?? {})
    .filter(([mediaType]) => mediaType !== "application/problem+json")
    .map(([mediaType, { schema }]) => {
      const type = schema === undefined ? "" : `: ${typeHtml(schema)}`;
      return ` <code>${escapeHtml(mediaType)}</code>${type}`;
    })
    .join(",");
}

function operationHtml(path: string, method: string, operation: Operation): string {
  const key = operation.security.length > 0 ? '<span class="mark">key</span>' : '<span class="mark">no key</span>';
  const headers = (operation.parameters ?? [])
    .map(({ name, description }) => `<dt><code>${escapeHtml(name)}</code></dt><dd>${prose(description)}</dd>`)
    .join("");
  const body =
    operation.requestBody === undefined ? "" : `<dt>Body</dt><dd>${contentHtml(operation.requestBody.content)}</dd>`;
  const answers = Object.entries(operation.responses)
    .map(([status, { description, content }]) => {
      return `<dt>${escapeHtml(status)}</dt><dd>${prose(description)}${contentHtml(content)}</dd>`;
    })
    .join("");
  return [
    `<section id="${escapeHtml(operation.operationId)}">`,
    `<h3>${escapeHtml(operation.summary)}</h3>`,
    `<p class="line"><code>${escapeHtml(method.toUpperCase())} ${escapeHtml(path)}</code> ${key}</p>`,
    `<p>${prose(operation.description)}</p>`,
    `<dl>${headers}${body}${answers}</dl>`,
    "</section>",
  ].join("");
}

interface Entry {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

/** The page of the interface, made from the OpenAPI document. */
export function apiPage(openapi: object): string {
  const { info, tags, paths, components } = openapi as Document;
  const entries: Entry[] = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const groups = tags
    .map(({ name, description }) => ({
      name,
      description,
      own: entries.filter(({ operation }) => operation.tags.includes(name)),
    }))
    .filter(({ own }) => own.length > 0);
  const schemas = Object.entries(components.schemas);
  const navigation = [
    ...groups.flatMap(({ own }) => own).map(({ operation }) => [operation.operationId, operation.summary] as const),
    ["schemas", "Schemas"] as const,
  ].map(([id, text]) => `<li><a href="#${escapeHtml(id)}">${escapeHtml(text)}</a></li>`);
  const main = [
    `<p>${prose(info.summary)}</p>`,
    `<p>${prose(info.description)}</p>`,
    '<p>Where no type is named, an answer is a <a href="#schema-Problem">Problem</a>, as <code>application/problem+json</code>.</p>',
    '<p><a href="/openapi.json">OpenAPI document</a> · <a href="/docs/errors">Every code of a problem</a></p>',
    ...groups.map(
      ({ name, description, own }) =>
        `<h2>${escapeHtml(name)}</h2><p>${prose(description)}</p>${own
          .map(({ path, method, operation }) => operationHtml(path, method, operation))
          .join("")}`,
    ),
    '<h2 id="schemas">Schemas</h2>',
    ...schemas.map(([id, schema]) => schemaHtml(id, schema)),
  ].join("\n");
  return page(info.title, `<ul>${navigation.join("")}</ul>`, main);
}
