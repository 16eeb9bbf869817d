import { plainGrant, tokenFor } from "../moves/make-source.js";
import { contradictions } from "../moves/stated-powers.js";
import { grantAt } from "../subject/example-values.js";
import { generatedNow as now } from "../subject/generated-now.js";
import { grantPaths } from "../subject/grant-paths.js";
import type { Subject } from "../subject/subject.js";
import type { Case, Observation } from "./case.js";
import { generatedCase } from "./generated-case.js";
import { casesOfSources, madeSources } from "./made-sources.js";
import type { GeneratedFlag } from "./notes.js";

interface Asked {
  readonly flag: GeneratedFlag;
  readonly asked: () => unknown;
}

const oneCase = (id: string, comment: string, about: Asked, observe: () => Observation): Case =>
  generatedCase({ id: `core.decode.${id}`, comment, category: "decode", ...about, observe });

/** What every token has to say, or says by having been made. */
const always: ReadonlySet<string> = new Set(["purpose", "room", "expiresAt"]);

/** A plain token states what was asked for: no right, no entry, no limit that nobody mentioned. */
function observePlain(subject: Subject): Observation {
  const asked = plainGrant(subject, now);
  const { source } = tokenFor(subject, asked as never, now);
  const said = grantPaths.filter((path) => grantAt(source.decoded.grant, path) !== undefined);
  const extra = said.filter((path) => grantAt(asked, path) === undefined && !always.has(path));
  return { expected: { extra: [] }, actual: { extra } };
}

const plainClaims = (of: Subject): unknown => tokenFor(of, plainGrant(of, now) as never, now).source.claims;

/** How sure the subject is that a token is its vendor's. */
function sureness({ adapter }: Subject, of: Subject): string {
  const { claims } = tokenFor(of, plainGrant(of, now) as never, now).source;
  const header = { alg: of.adapter.header.algorithms[0], typ: "JWT" };
  return adapter.recognize({ header, claims })?.confidence ?? "no";
}

/** What a reading may say: only what the token says, of one's own tokens only. */
export function readingCases(subject: Subject, partners: readonly Subject[]): readonly Case[] {
  const kind = {
    category: "decode",
    name: "agrees.",
    flag: "OwnWords",
    comment: "what the grant states is what its holder can do",
  } as const;
  return [
    ...(subject.issue === undefined && subject.plan === undefined
      ? []
      : [
          oneCase(
            "plain-says-no-more",
            "a plain token states what was asked for, and nothing more",
            { flag: "OwnWords", asked: () => plainGrant(subject, now) },
            () => observePlain(subject),
          ),
        ]),
    oneCase(
      "knows-its-own",
      "the vendor's own tokens are recognized",
      { flag: "Recognized", asked: () => plainClaims(subject) },
      () => {
        const isKnown = sureness(subject, subject) !== "no";
        return { expected: { isKnown: true }, actual: { isKnown } };
      },
    ),
    ...partners.map((partner) => {
      const { vendor, displayName } = partner.adapter;
      return oneCase(
        `knows-no-${vendor}`,
        `a token of ${displayName} is not certainly its own`,
        { flag: "Recognized", asked: () => plainClaims(partner) },
        () => {
          const isCertain = sureness(subject, partner) === "certain";
          return { expected: { isCertain: false }, actual: { isCertain } };
        },
      );
    }),
    ...casesOfSources(madeSources(subject), kind, (source) => ({
      expected: { differs: [] },
      actual: { differs: contradictions(source) },
    })),
  ];
}
