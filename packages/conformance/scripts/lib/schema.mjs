// The part of JSON Schema 2020-12 that `vectors/schema.json` uses. A keyword that is not understood is an error, so that
// the schema cannot promise more than is checked here.
import { canonicalText } from "./files.mjs";

const annotations = new Set(["$schema", "$id", "$defs", "$comment", "title", "description"]);

const types = {
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  array: Array.isArray,
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  integer: Number.isInteger,
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
};

function resolve(root, reference) {
  if (!reference.startsWith("#/")) throw new Error(`Only references inside the schema are understood: ${reference}`);
  const target = reference
    .slice(2)
    .split("/")
    .reduce((value, step) => value?.[step], root);
  if (target === undefined) throw new Error(`The schema has no ${reference}.`);
  return target;
}

/** What each keyword finds wrong with a value, as a list of sentences. */
const keywords = {
  $ref: (reference, value, path, context) => check(resolve(context.root, reference), value, path, context),
  type: (type, value, path) => {
    const accepted = Array.isArray(type) ? type : [type];
    return accepted.some((name) => types[name](value)) ? [] : [`${path} is not ${accepted.join(" or ")}`];
  },
  const: (wanted, value, path) =>
    canonicalText(value) === canonicalText(wanted) ? [] : [`${path} is not ${JSON.stringify(wanted)}`],
  enum: (wanted, value, path) =>
    wanted.some((item) => canonicalText(item) === canonicalText(value)) ? [] : [`${path} is none of the listed values`],
  pattern: (pattern, value, path) =>
    typeof value !== "string" || new RegExp(pattern, "u").test(value) ? [] : [`${path} does not match ${pattern}`],
  minLength: (least, value, path) =>
    typeof value !== "string" || value.length >= least ? [] : [`${path} is shorter than ${least}`],
  minimum: (least, value, path) => (typeof value !== "number" || value >= least ? [] : [`${path} is below ${least}`]),
  maximum: (most, value, path) => (typeof value !== "number" || value <= most ? [] : [`${path} is above ${most}`]),
  maxItems: (most, value, path) =>
    !Array.isArray(value) || value.length <= most ? [] : [`${path} has more than ${most} items`],
  minItems: (least, value, path) =>
    !Array.isArray(value) || value.length >= least ? [] : [`${path} has fewer than ${least} items`],
  uniqueItems: (wanted, value, path) =>
    !wanted || !Array.isArray(value) || new Set(value.map(canonicalText)).size === value.length
      ? []
      : [`${path} repeats an item`],
  items: (schema, value, path, context) =>
    Array.isArray(value) ? value.flatMap((item, index) => check(schema, item, `${path}[${index}]`, context)) : [],
  minProperties: (least, value, path) =>
    !types.object(value) || Object.keys(value).length >= least ? [] : [`${path} has fewer than ${least} members`],
  required: (names, value, path) =>
    types.object(value)
      ? names.filter((name) => !Object.hasOwn(value, name)).map((name) => `${path}.${name} is missing`)
      : [],
  properties: (schemas, value, path, context) =>
    types.object(value)
      ? Object.entries(schemas).flatMap(([name, schema]) =>
          Object.hasOwn(value, name) ? check(schema, value[name], `${path}.${name}`, context) : [],
        )
      : [],
  propertyNames: (schema, value, path, context) =>
    types.object(value) ? Object.keys(value).flatMap((name) => check(schema, name, `${path} (a name)`, context)) : [],
  oneOf: (schemas, value, path, context) => {
    const results = schemas.map((schema) => check(schema, value, path, context));
    const matching = results.filter((problems) => problems.length === 0).length;
    if (matching === 1) return [];
    if (matching > 1) return [`${path} fits ${matching} alternatives`];
    return [`${path} fits no alternative: ${results.map((problems) => problems[0]).join("; or ")}`];
  },
};

function checkAdditional(schema, value, path, context) {
  if (!Object.hasOwn(schema, "additionalProperties") || !types.object(value)) return [];
  const known = new Set(Object.keys(schema.properties ?? {}));
  const others = Object.keys(value).filter((name) => !known.has(name));
  if (schema.additionalProperties === false) return others.map((name) => `${path}.${name} is not part of the format`);
  if (schema.additionalProperties === true) return [];
  return others.flatMap((name) => check(schema.additionalProperties, value[name], `${path}.${name}`, context));
}

function check(schema, value, path, context) {
  const problems = Object.entries(schema).flatMap(([keyword, wanted]) => {
    if (annotations.has(keyword) || keyword === "additionalProperties") return [];
    if (!Object.hasOwn(keywords, keyword)) throw new Error(`The schema keyword \`${keyword}\` is not understood.`);
    return keywords[keyword](wanted, value, path, context);
  });
  return [...problems, ...checkAdditional(schema, value, path, context)];
}

/** Everything that is wrong with a value by the schema, as sentences; empty when it is valid. */
export function validate(schema, value) {
  return check(schema, value, "$", { root: schema });
}

/** The places of the schema that accept any member; each has to be meant. */
export function openObjects(schema, path = "#") {
  if (Array.isArray(schema)) return schema.flatMap((item, index) => openObjects(item, `${path}/${index}`));
  if (typeof schema !== "object" || schema === null) return [];
  const isObject = schema.type === "object" || (Array.isArray(schema.type) && schema.type.includes("object"));
  const here = isObject && schema.additionalProperties !== false ? [path] : [];
  return [...here, ...Object.entries(schema).flatMap(([name, value]) => openObjects(value, `${path}/${name}`))];
}
