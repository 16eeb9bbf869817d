import { z } from "zod";
import { instant, name, providerName, token } from "./basics.js";
import { named } from "./components.js";
import { grant, grantInput } from "./grant.js";
import { joinShape, readingShape, record, reportEntry } from "./readings.js";

export const expectations = named(
  "Expectations",
  "What is expected of a token beyond a good signature.",
  z.strictObject({
    room: name.optional(),
    participantId: name.optional(),
    purpose: z.enum(["participant", "api"]).optional(),
    allowNoExpiry: z.boolean().optional(),
    ignoreNotBefore: z.boolean().optional(),
    clockToleranceSeconds: z.int().min(0).max(300).optional(),
  }),
);

export const issueRequest = named(
  "IssueRequest",
  "A grant, and the provider that makes a token of it.",
  z.strictObject({ provider: providerName, grant: grantInput }),
);

export const issueAnswer = named(
  "IssueAnswer",
  "A new token, what it says, and what has its place elsewhere.",
  z.strictObject({
    token: z.string(),
    provider: z.string(),
    vendor: z.string(),
    expiresAt: z.union([z.number(), z.null()]),
    grant,
    report: z.array(reportEntry),
    ...joinShape,
  }),
);

export const inspectRequest = named(
  "InspectRequest",
  "A token to look at. Without `vendor` it is found out.",
  z.strictObject({
    token,
    vendor: z
      .string()
      .regex(/^[a-z0-9-]{1,64}$/, "a vendor's name such as `daily`")
      .optional(),
  }),
);

const recognition = { confidence: z.enum(["certain", "likely", "possible", "none"]), reason: z.string() };

export const inspectAnswer = named(
  "InspectAnswer",
  "What a token says. Nothing was verified. `token` is absent where nobody recognizes it, or it cannot be read.",
  z.strictObject({
    verified: z.literal(false),
    detection: z.strictObject({
      vendor: z.string(),
      ...recognition,
      candidates: z.array(z.strictObject({ vendor: z.string(), ...recognition })),
    }),
    token: z.strictObject({ ...readingShape, header: record, claims: record }).optional(),
  }),
);

export const verifyRequest = named(
  "VerifyRequest",
  "A token to check with a provider's keys, or by asking its vendor.",
  z.strictObject({ provider: providerName, token, expect: expectations.optional() }),
);

export const verifyAnswer = named(
  "VerifyAnswer",
  "A good token, and what it says. What is not good is answered with a problem.",
  z.strictObject({ verified: z.literal(true), provider: z.string(), ...readingShape }),
);

export const providersAnswer = named(
  "ProvidersAnswer",
  "The providers that the key's policy names.",
  z.strictObject({
    providers: z.array(
      z.strictObject({
        name: z.string(),
        vendor: z.string(),
        displayName: z.string(),
        method: z.enum(["sign", "request"]),
        verification: z.array(z.enum(["offline", "remote"])),
      }),
    ),
    vendors: z.array(z.strictObject({ vendor: z.string(), displayName: z.string() })),
  }),
);

export const statusAnswer = named(
  "Status",
  "Whether it is alive, or ready. Says nothing else.",
  z.strictObject({ status: z.enum(["ok", "unavailable"]) }),
);

export const inviteRequest = named(
  "InviteRequest",
  "A grant for whoever opens the link first. `grant.expiresIn` counts from then.",
  z.strictObject({
    provider: providerName,
    grant: grantInput,
    validForSeconds: z.int().min(1).max(31_536_000).optional(),
  }),
);

export const inviteAnswer = named(
  "InviteAnswer",
  "An invitation, for the fragment of a link. It is no token of any vendor.",
  z.strictObject({ invitation: z.string(), id: z.string(), expiresAt: instant }),
);

export const redeemRequest = named(
  "RedeemRequest",
  "An invitation, to be used up.",
  z.strictObject({ invitation: token }),
);
