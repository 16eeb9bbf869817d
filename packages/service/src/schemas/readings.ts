import { z } from "zod";
import { anything } from "./basics.js";
import { named } from "./components.js";
import { grant } from "./grant.js";

/** An object whose members nobody here names. */
export const record = z.record(z.string(), anything);

const finding = named(
  "Finding",
  "Something about a token that a person should know.",
  z.strictObject({
    id: z.string(),
    severity: z.enum(["error", "warning", "info"]),
    path: z.string().optional(),
    message: z.string(),
    cure: z.string(),
  }),
);

export const remedy = named(
  "Remedy",
  "One thing that would change an outcome: a setting of a room, an account or a client, or a member of the policy.",
  z.strictObject({
    vendor: z.string().optional(),
    where: z.enum(["room", "client", "dashboard", "policy"]),
    setting: z.string(),
    value: anything.optional(),
  }),
);

export const reportEntry = named(
  "ReportEntry",
  "What became of one part of the source.",
  z.strictObject({
    path: z.string(),
    kind: z.enum(["exact", "assumed", "narrowed", "dropped", "moved", "advisory", "widened"]),
    effect: z.enum(["same", "less", "more", "elsewhere", "uncertain"]),
    from: anything.optional(),
    to: anything.optional(),
    reason: z.string(),
    covers: z.array(z.string()).optional(),
    remedy: remedy.optional(),
  }),
);

const issuance = z.strictObject({ issuedAt: z.number().optional(), tenant: z.string().optional() });

/** What every answer about a token says of it. */
export const readingShape = {
  vendor: z.string(),
  grant,
  issuance,
  properties: record,
  unknown: record,
  warnings: z.array(finding),
};

/** What an application needs beside the token itself. */
export const joinShape = {
  join: record,
  roomRequirements: z.array(remedy),
};
