import { z } from "zod";
import { answers } from "../order/rights-table.js";
import { rightNames } from "../subject/grant-paths.js";
import { grant } from "../vectors/format/grant.js";

// The values that both sides exchange, in the words of core's adapter interface.

export const object = z.record(z.string(), z.unknown());
export const text = z.string().min(1);
const seconds = z.int().describe("Unix seconds.");

export const finding = z
  .strictObject({
    id: text.describe("A code of core's list, or `lint.<name>`."),
    severity: z.enum(["error", "warning", "info"]),
    path: z.string().optional().describe("Where: a claim, a header member or a path of the grant."),
    message: text.describe("Without the value itself."),
    cure: text,
  })
  .describe("Something that a person should know about a token.");

export const remedy = z
  .strictObject({
    vendor: text.optional(),
    where: z.enum(["room", "client", "dashboard", "policy"]),
    setting: text,
    value: z.unknown().optional(),
  })
  .describe("One thing that somebody can do to change an outcome.");

export const remedies = z.array(remedy);

export const native = z
  .strictObject({
    properties: object.describe("The vendor's documented properties."),
    unknown: object.describe("Members that nobody documents, where they stood in the claims."),
    findings: z.array(finding),
  })
  .describe("A token's content in the vendor's own words.");

export const issuance = z.strictObject({ issuedAt: seconds.optional(), tenant: text.optional() });

export const decoded = z
  .strictObject({ grant, issuance, residue: object, unknown: object })
  .describe("A token's content in neutral words; the grant holds only what the token states.");

export const encoded = z.strictObject({
  native,
  problems: z.array(
    z.strictObject({
      path: text,
      code: z.enum([
        "grant.unsupported",
        "grant.limit",
        "grant.missing",
        "grant.invalid",
        "grant.modelled-extension",
        "grant.unknown-field",
      ]),
      message: text,
      cure: text,
      remedy: remedy.optional(),
    }),
  ),
});

const reading = z.enum(answers);
export const readings = z.strictObject(Object.fromEntries(rightNames.map((path) => [path, reading])));
const modeLists = z.record(z.string(), z.array(z.enum(["cloud", "cloudAudioOnly", "local", "rawTracks"])));
const purposes = z.array(z.enum(["participant", "api"])).min(1);
const room = z.union([
  text,
  z.strictObject({ anyOf: z.array(text).min(1) }),
  z.strictObject({ pattern: text, dialect: text }),
  z.strictObject({ any: z.literal(true) }),
]);
const entry = z.enum(["direct", "ask"]);
const joinWindow = z.strictObject({
  notBefore: z.number().describe("Unix seconds; 0: always."),
  expiresAt: z.number().nullable().optional().describe("Unix seconds; null: never; left out: nobody says."),
});
const stay = z.strictObject({ maxSeconds: z.number().nullable(), endsAtExpiry: z.boolean() });

const bounds = <Value extends z.ZodType>(value: Value) => z.strictObject({ lowest: value, highest: value });

export const authority = z
  .strictObject({
    tenant: text.optional(),
    purpose: bounds(purposes),
    room: bounds(room),
    window: bounds(joinWindow),
    stay: bounds(stay),
    entry: bounds(entry),
    identity: bounds(z.string().nullable()),
    rights: readings,
    modes: modeLists.optional(),
    subscribeSelection: object.optional(),
    automation: z.strictObject({ record: object.optional(), transcribe: object.optional() }),
    statements: object.optional(),
  })
  .describe("What a token really lets its holder do.");

export const ceiling = z
  .strictObject({
    rights: readings,
    modes: modeLists.optional(),
    subscribeSelection: object.optional(),
    statements: object.optional(),
    entry: entry.optional(),
    allowWidening: z.array(z.enum(rightNames)).describe("Rights that may come out wider."),
    assume: z.enum(["documented-defaults", "nothing"]),
    sameVendor: z.boolean(),
    samePlace: z.boolean(),
    purpose: z.enum(["issue", "translate"]),
  })
  .describe("The most that a token may give, and what it should keep.");

export const recognition = z
  .strictObject({ confidence: z.enum(["certain", "likely", "possible"]), reason: text })
  .nullable();

const accountMembers = { tenant: text, now: seconds };
export const issueContext = z.strictObject({ ...accountMembers, secret: z.string() });
export const verifyContext = z.strictObject({
  ...accountMembers,
  secrets: z.array(z.string()).min(1).describe("All keys that are good, newest first."),
  expectations: object.describe("What the caller expects; any of it may be wrong, and has to be refused then."),
});
export const readContext = z.strictObject({ room: object.optional().describe("The room's real settings.") });
export const lintContext = z.strictObject({ now: seconds });
export const noContext = z.strictObject({});
