import type { Finding } from "@roompass/core/adapter";
import { type NearestName, plainForm } from "@roompass/core/kit";
import { propertyTable, requestOnlyProperties, rowByClaim } from "./property-table.js";

/** Names that can be shown without harm; longer or stranger ones are no slips of the pen. */
const plainText = /^[\w-]{1,40}$/;

/** The claims whose misspelling is guessed at; the others are so short that every word is near to them. */
const guessable = ["nbf", "exp", "iat", "ejt", "eje", "erui", "ctoe", "mjh"] as const;
const shortestGuess = 3;

const claimByLongName: ReadonlyMap<string, string> = new Map(
  propertyTable
    .filter(({ property, claim }) => property !== claim)
    .map(({ property, claim }) => [plainForm(property), claim]),
);

const requestOnly: ReadonlyMap<string, string> = new Map(requestOnlyProperties.map((name) => [plainForm(name), name]));

/** What other vendors and the JWT standard call the things that Daily has under other names. */
const foreignNames: ReadonlyMap<string, { readonly claim: string; readonly what: string }> = new Map([
  ["iss", { claim: "d", what: "the domain id" }],
  ["sub", { claim: "r", what: "the room name" }],
  ["room", { claim: "r", what: "the room name" }],
  ["uid", { claim: "ud", what: "the user id" }],
]);

function hint(path: string, message: string, cure: string): Finding {
  return { id: "lint.unknown-claim", severity: "warning", path, message, cure };
}

function didYouMean(path: string, claim: string): Finding {
  return hint(path, `Daily has no claim \`${path}\`.`, `Did you mean \`${claim}\`?`);
}

/** What somebody probably meant by a top-level claim that Daily does not have. */
export function hintForClaim(
  name: string,
  isPresent: (claim: string) => boolean,
  nearest: NearestName,
): Finding | undefined {
  // A claim that Daily has stands among the unknown ones when something unknown is inside it.
  if (!plainText.test(name) || rowByClaim.has(name)) return undefined;
  const plain = plainForm(name);
  const claim = claimByLongName.get(plain);
  if (claim !== undefined) return didYouMean(name, claim);
  const property = requestOnly.get(plain);
  if (property !== undefined) {
    return hint(
      name,
      `Nothing shows that Daily reads \`${property}\` in a token.`,
      "Mint the token by a request to Daily, which takes it.",
    );
  }
  const foreign = foreignNames.get(name);
  if (foreign !== undefined) {
    const message = `Daily does not read \`${name}\`.`;
    return isPresent(foreign.claim)
      ? undefined
      : hint(name, message, `Did you mean \`${foreign.claim}\`? That is where Daily has ${foreign.what}.`);
  }
  if (rowByClaim.has(plain)) return didYouMean(name, plain);
  const near = plain.length < shortestGuess ? undefined : nearest(plain, guessable);
  return near === undefined ? undefined : didYouMean(name, near);
}

/** The same for a member below a claim: only long names are guessed at. */
export function hintForMember(parent: string, name: string, codes: ReadonlyMap<string, string>): Finding | undefined {
  if (!plainText.test(name)) return undefined;
  const code = codes.get(plainForm(name));
  return code === undefined ? undefined : didYouMean(`${parent}.${name}`, `${parent}.${code}`);
}

/** Codes by their long names, for `hintForMember`. */
export function codesByName(codes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(codes).map(([name, code]) => [plainForm(name), code]));
}
