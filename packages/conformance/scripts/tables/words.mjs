// Short ways to write what the tables say again and again.

/** 2027-01-15T08:00:00Z: the time at which all vectors are read. */
export const now = 1_800_000_000;
export const issuedAt = now - 100;
export const expiresAt = now + 3600;

export const error = (id, path) => ({ severity: "error", id, path });
export const warning = (id, path) => ({ severity: "warning", id, path });

/** Names that stand for something else: a warning for each, which mentions what was probably meant, where there is one. */
export const misnamed = (meant, prefix = "") =>
  Object.entries(meant).map(([name, mentions]) => ({ ...warning("lint.unknown-claim", `${prefix}${name}`), mentions }));
export const info = (id, path) => ({ severity: "info", id, path });

/** A component that the documents leave no doubt about. */
export const surely = (value) => ({ lowest: value, highest: value });
export const between = (lowest, highest) => ({ lowest, highest });

/** The same right under several kinds: `each("rights.publish", ["camera"], "allow")`. */
export const each = (prefix, kinds, value) => Object.fromEntries(kinds.map((kind) => [`${prefix}.${kind}`, value]));
export const allOf = (kinds, value) => Object.fromEntries(kinds.map((kind) => [kind, value]));

export const media = ["microphone", "camera", "screen", "screenAudio", "custom"];
export const moderation = ["media", "remove", "permissions"];

/** A refusal. The phase follows from the code. */
export const refused = (code, path) => ({
  outcome: "error",
  phase: code === "grant.limit" ? "limit" : "grant",
  anyOf: [code],
  path,
});
