import type { Grant } from "@roompass/core/adapter";
import { plainGrant, tokenFor } from "../moves/make-source.js";
import { traps } from "../moves/traps.js";
import { generatorFor } from "../random/generator.js";
import { randomGrant } from "../random/random-grant.js";
import { refusalOf } from "../run/refusal.js";
import { grantWith } from "../subject/example-values.js";
import { generatedNow as now } from "../subject/generated-now.js";
import { makeToken } from "../subject/make.js";
import type { Subject } from "../subject/subject.js";
import type { Json } from "../vectors/vector.js";
import type { Case } from "./case.js";
import { generatedCase } from "./generated-case.js";

/** How many random grants are asked for. */
const runs = 40;

/** The grants that other cases start from, by a name for each. */
function grantsOf(subject: Subject, seed: number): readonly (readonly [name: string, grant: Json])[] {
  const random = generatorFor(seed, `${subject.adapter.vendor} agrees`);
  const plain = plainGrant(subject, now);
  return [
    ...traps(now).map(({ name, says }): [string, Json] => [
      name,
      Object.entries(says).reduce((grant, [path, value]) => grantWith(grant, path, value), plain),
    ]),
    ...Array.from({ length: runs }, (_, index): [string, Json] => [
      `random ${index + 1}`,
      randomGrant(subject, random, now),
    ]),
  ];
}

/** Whether the subject issues a token for a grant, or plans a request for one. */
async function isIssued(subject: Subject, grant: Json): Promise<boolean> {
  try {
    await makeToken(subject, grant, now);
    return true;
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    return false;
  }
}

/**
 * What the encoder refuses nobody issues. Other cases start from what the encoder writes: where it refuses there is no token
 * to look at, while users would get one.
 */
export function agreementCases(subject: Subject, seed: number): readonly Case[] {
  if (subject.issue === undefined && subject.plan === undefined) return [];
  return [
    generatedCase({
      id: "core.encode.refused-is-not-issued",
      comment: `of ${runs} random grants of seed ${seed}, and of those with a trap, none is issued that the encoder refuses`,
      category: "encode",
      flag: "Declared",
      observe: async () => {
        const issued: string[] = [];
        for (const [name, grant] of grantsOf(subject, seed)) {
          if (tokenFor(subject, grant as unknown as Grant, now).isWhole) continue;
          if (await isIssued(subject, grant)) issued.push(name);
        }
        return { expected: { issued: [] }, actual: { issued } };
      },
    }),
  ];
}
