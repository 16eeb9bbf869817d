// @ts-check
import { readers } from "./properties.js";

/**
 * @typedef {import("@roompass/core/adapter").Native<import("./properties.js").Properties>} Token
 * @typedef {import("@roompass/core/adapter").Finding} Finding
 * @typedef {Readonly<Record<string, unknown>>} Claims
 */

/**
 * Claims as the documents name them. What they do not name survives in `unknown`, as it stood.
 *
 * @param {Claims} claims
 * @returns {Token}
 */
export function fromClaims(claims) {
  /** @type {[string, unknown][]} */
  const properties = [];
  /** @type {[string, unknown][]} */
  const unknown = [];
  /** @type {Finding[]} */
  const findings = [];
  for (const [name, value] of Object.entries(claims)) {
    const reader = readers.get(name);
    if (reader === undefined) unknown.push([name, value]);
    else if (reader.accepts(value)) properties.push([name, value]);
    else {
      findings.push({
        id: "claims.invalid",
        severity: "error",
        path: name,
        message: `\`${name}\` is not ${reader.expected}.`,
        cure: `Mint the token with \`${name}\` as ${reader.expected}.`,
      });
      if (reader.lowest !== undefined) properties.push([name, reader.lowest]);
    }
  }
  return { properties: Object.fromEntries(properties), unknown: Object.fromEntries(unknown), findings };
}

/**
 * Only what is set is written: a default that is spelled out is a statement that nobody made.
 *
 * @param {Token} native
 * @returns {Record<string, unknown>}
 */
export function toClaims({ properties, unknown }) {
  const members = [...Object.entries(properties), ...Object.entries(unknown)];
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}
