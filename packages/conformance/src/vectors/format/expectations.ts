import { z } from "zod";
import { about, distinct, named } from "./describe.js";
import { authority, grant, issuance } from "./grant.js";
import { code, compactToken, free, link, remedy, text, yes } from "./parts.js";

const ok = z.literal("ok");

const finding = named(
  "finding",
  z.strictObject({
    severity: z.enum(["error", "warning", "info"]),
    id: code,
    path: text,
    mentions: about("A name that stands, as a word, in its message or its cure.", text).exactOptional(),
  }),
);

/** What `decode` expects. */
export const decoded = named(
  "decoded",
  z.strictObject({
    outcome: ok,
    header: about("Left out: alg HS256 and typ JWT.", free).exactOptional(),
    claims: free,
    grant,
    issuance,
    residue: about("Left out: not compared.", free).exactOptional(),
    unknown: free,
    findings: about(
      "All errors and warnings of the vendor's adapter; of infos only those that matter here.",
      distinct(finding),
    ),
    authority: authority.exactOptional(),
  }),
);

/** What `recognize` expects. */
export const recognized = named(
  "recognized",
  z.strictObject({
    outcome: ok,
    recognized: about(
      "How sure the vendor's adapter is that a token is its vendor's.",
      z.enum(["certain", "likely", "possible", "no"]),
    ),
  }),
);

const report = named(
  "report",
  distinct(
    z.strictObject({
      path: text,
      kind: z.enum(["exact", "assumed", "narrowed", "dropped", "moved", "advisory", "widened"]),
    }),
  ),
  "All entries of the report.",
);

/** What `encode` with the method `sign` expects. */
export const signed = named(
  "signed",
  z.strictObject({
    outcome: ok,
    header: free.exactOptional(),
    properties: free.exactOptional(),
    claims: free,
    canonical: about("Compare the token byte by byte.", yes).exactOptional(),
    token: compactToken.exactOptional(),
    report: report.exactOptional(),
  }),
);

/** What `encode` with the method `request` expects. */
export const requested = named(
  "requested",
  z.strictObject({
    outcome: ok,
    request: z.strictObject({
      method: z.enum(["GET", "POST"]),
      url: link,
      body: free,
      secret: about(
        "Where the secret goes; the secret itself is nowhere in the request as data.",
        z.xor([
          z.strictObject({ in: z.literal("query"), name: text }),
          z.strictObject({ in: z.literal("header"), name: z.string().regex(/^[a-z-]+$/), prefix: z.string() }),
        ]),
      ),
    }),
  }),
);

/** What `verify` and `encode-example` accept. */
export const accepted = named(
  "accepted",
  z.strictObject({
    outcome: ok,
    /** `verify` */
    grant: about("Members of the grant by dotted path; others are not compared.", free).exactOptional(),
    /** `verify`: it is `null` or left out, as the vendor documents absence. */
    expires: about("The grant has no instant at `expiresAt`.", z.literal(false)).exactOptional(),
    /** `encode-example`: values as they stand in the claims, or in the body of the request. */
    paths: about("What is written for neutral paths.", free).exactOptional(),
  }),
  "`verify` and `encode-example`.",
);

const phase = named(
  "phase",
  z.enum(["limit", "form", "header", "signature", "claims", "policy", "grant", "translate", "request", "usage"]),
);

export const refused = named(
  "refused",
  z.strictObject({
    outcome: z.literal("error"),
    /** What refuses first is left to the implementation. */
    phase: about("The phase of the codes; several where they belong to several.", z.xor([phase, distinct(phase, 2)])),
    anyOf: distinct(code, 1),
    path: about("Left out: not compared.", text).exactOptional(),
  }),
);

const remedies = about("Remedies are not compared.", z.literal(false)).exactOptional();

const changes = named(
  "changes",
  distinct(
    z.strictObject({
      path: text,
      kind: z.enum(["assumed", "narrowed", "dropped", "moved", "advisory", "widened"]),
      remedy: remedy.exactOptional(),
    }),
  ),
  "Every path that is not certainly the same, each of its own, in no order. A remedy that is left out is none.",
);

export const translated = named(
  "translated",
  z.strictObject({
    outcome: ok,
    properties: about("The new token, by its vendor's documented words.", free),
    report: changes,
    join: about("What the client passes on joining. Left out: not compared.", free).exactOptional(),
    roomRequirements: about("What the room needs there. Left out: not compared.", z.array(remedy)).exactOptional(),
    unknown: about("Members that nobody documents, where they stand. Left out: not compared.", free).exactOptional(),
    remedies,
  }),
);

export const untranslated = named(
  "untranslated",
  z.strictObject({
    outcome: z.literal("error"),
    phase: z.literal("translate"),
    anyOf: z.array(z.literal("translate.refused")).length(1),
    refusals: about(
      "Every path at which it is refused, and the shortest change that would let it pass, where there is one.",
      distinct(z.strictObject({ path: text, remedy: remedy.exactOptional() }), 1),
    ),
    remedies,
  }),
);

export const expectation = z.xor([decoded, recognized, signed, requested, accepted, translated, untranslated, refused]);
