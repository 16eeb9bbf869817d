import { z } from "zod";
import { instant, longestText, members, name, providerName, token } from "./basics.js";
import { named } from "./components.js";
import { grant, rightsInput, roomScope } from "./grant.js";
import { joinShape, record, reportEntry } from "./readings.js";
import { expectations } from "./tokens.js";

const paths = z.array(z.string().min(1).max(100)).max(100);

const narrow = z.strictObject({
  room: roomScope.optional(),
  participant: z.strictObject({ id: name }).optional(),
  notBefore: instant.optional(),
  expiresAt: z.union([instant, z.null()]).optional(),
  expiresIn: z.union([z.int().min(1), z.string().max(32)]).optional(),
  stay: z.strictObject({ endsAtExpiry: z.boolean().optional(), maxSeconds: z.int().min(0).optional() }).optional(),
  entry: z.enum(["ask", "direct"]).optional(),
  rights: rightsInput.optional(),
});

const translationPolicy = named(
  "TranslationPolicy",
  "What the caller says about a translation; the default is the safest.",
  z.strictObject({
    narrow: narrow.optional(),
    rooms: z
      .strictObject({
        map: z.record(z.string().max(longestText), name).optional(),
        source: members.optional(),
        target: members.optional(),
      })
      .optional(),
    assume: z.enum(["documented-defaults", "nothing"]).optional(),
    strict: z.boolean().optional(),
    allowWidening: paths.optional(),
    vouch: rightsInput.optional(),
    allowNoExpiry: z.boolean().optional(),
    require: paths.optional(),
    ignoreUnknown: paths.optional(),
  }),
);

export const translateRequest = named(
  "TranslateRequest",
  "A token, where it comes from and where it is to go.",
  z.strictObject({
    token,
    from: providerName,
    to: providerName,
    expect: expectations.optional(),
    policy: translationPolicy.optional(),
    includeExact: z.boolean().optional(),
    trustUnverified: z.boolean().optional(),
    sign: z.boolean().optional(),
  }),
);

export const translateAnswer = named(
  "TranslateAnswer",
  "The token in the other vendor's words, and what became of each part. `token` is there when it was to be signed.",
  z.strictObject({
    from: z.string(),
    to: z.string(),
    vendor: z.string(),
    sourceVerified: z.boolean(),
    grant,
    properties: record,
    report: z.array(reportEntry),
    ...joinShape,
    token: z.string().optional(),
    expiresAt: z.union([z.number(), z.null()]).optional(),
  }),
);
