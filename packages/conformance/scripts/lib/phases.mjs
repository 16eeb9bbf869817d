// The phase of every code that a core vector may expect. A copy, so that the vectors do not ask the code that they check;
// `test/phases.test.ts` compares the two.

/** In the order in which a token or a grant passes them. */
export const phaseOrder = [
  "limit",
  "form",
  "header",
  "signature",
  "claims",
  "policy",
  "grant",
  "translate",
  "request",
  "usage",
];

const codes = {
  limit: ["token.too-large", "token.too-deep", "token.too-many-names", "grant.limit"],
  form: [
    "token.not-a-string",
    "token.pasting-noise",
    "token.bad-character",
    "token.not-three-parts",
    "token.not-a-jws",
    "token.empty-part",
    "token.not-canonical",
    "token.byte-order-mark",
    "token.not-utf8",
    "token.not-json",
    "token.not-an-object",
    "token.duplicate-name",
    "token.forbidden-name",
    "token.bad-number",
  ],
  header: ["header.algorithm", "header.type", "header.unsupported-member", "header.key-id"],
  signature: ["signature.mismatch"],
  claims: [
    "claims.not-a-date",
    "claims.milliseconds",
    "claims.relative-time",
    "claims.fractional",
    "claims.empty-window",
    "claims.issued-in-future",
    "claims.missing-expiry",
    "claims.invalid",
    "claims.unknown-value",
    "token.expired",
    "token.not-yet-valid",
  ],
  policy: ["policy.room", "policy.participant", "policy.purpose", "policy.tenant"],
  grant: [
    "grant.invalid",
    "grant.unknown-field",
    "grant.missing",
    "grant.milliseconds",
    "grant.relative-time",
    "grant.empty-window",
    "grant.unsupported",
  ],
  usage: ["key.empty", "key.unsuitable", "clock.invalid", "provider.settings"],
};

export const phaseOfCode = Object.freeze(
  Object.fromEntries(Object.entries(codes).flatMap(([phase, names]) => names.map((name) => [name, phase]))),
);

/** The phases that some codes belong to: one, or several in their order. */
export function phasesOf(names) {
  const phases = names.map((name) => {
    const phase = phaseOfCode[name];
    if (phase === undefined) throw new Error(`The code ${name} has no phase in phases.mjs.`);
    return phase;
  });
  const ordered = phaseOrder.filter((phase) => phases.includes(phase));
  return ordered.length === 1 ? ordered[0] : ordered;
}
