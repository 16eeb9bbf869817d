import type { AnyAdapter, GrantPath } from "@roompass/core/adapter";
import { grantPaths } from "../subject/grant-paths.js";
import type { Subject } from "../subject/subject.js";
import type { ClaimsRecipe, HeaderRecipe, Json, TokenEdit, TokenRecipe, VectorTest } from "../vectors/vector.js";
import { exampleClaims, exampleGrant } from "./example-claims.js";
import { type Surroundings, withLargeMembers } from "./large-members.js";
import { editToken, partOf } from "./recipe-text.js";
import { signatureOf } from "./signature.js";

type Members = Record<string, unknown>;

/** A copy with a value at a dotted path, or without that member. */
function withMember(members: Json, [name = "", ...rest]: readonly string[], value: unknown, remove: boolean): Members {
  const copy: Members = { ...members };
  if (rest.length === 0) {
    if (remove) delete copy[name];
    else copy[name] = value;
    return copy;
  }
  const inner = copy[name];
  const child = typeof inner === "object" && inner !== null && !Array.isArray(inner) ? (inner as Json) : {};
  copy[name] = withMember(child, rest, value, remove);
  return copy;
}

/** Where the adapter's own table says that a neutral field stands in the claims: the first place, where it names several. */
function claimOf(adapter: AnyAdapter, path: string): readonly string[] | undefined {
  return adapter.capabilities[path as GrantPath]?.claim?.split(", ")[0]?.split(".");
}

/** Whether the adapter names a claim for a path: a vector that writes it does not apply otherwise. */
export const hasClaim = (adapter: AnyAdapter, path: string): boolean => claimOf(adapter, path) !== undefined;

/** Whether no other path stands at its claim: where several do, one may be left out or written because of another one. */
export function hasOwnClaim(adapter: AnyAdapter, path: string): boolean {
  const claim = claimOf(adapter, path)?.join(".");
  return (
    claim !== undefined && grantPaths.every((other) => other === path || claimOf(adapter, other)?.join(".") !== claim)
  );
}

/** The claim's name and place; a vector requires `claim.<path>` for every path that it writes or reads. */
export function requiredClaim(adapter: AnyAdapter, path: string): readonly string[] {
  const claim = claimOf(adapter, path);
  if (claim === undefined) throw new Error(`The capability table of ${adapter.vendor} names no claim for ${path}.`);
  return claim;
}

/** The claims of the example grant, as the vector changes the grant and the account, and nothing else. */
function startingClaims(subject: Subject, { input }: VectorTest, { tenant }: TokenRecipe): Json {
  return exampleClaims(subject, input.now, exampleGrant(subject, input.now, input.grant, input.grantWithout), tenant);
}

function changedClaims({ adapter }: Subject, start: Json, recipe: ClaimsRecipe, around: Surroundings): Json {
  let claims = start;
  for (const [path, value] of Object.entries(recipe.paths ?? {})) {
    claims = withMember(claims, requiredClaim(adapter, path), value, false);
  }
  for (const path of recipe.removePaths ?? [])
    claims = withMember(claims, requiredClaim(adapter, path), undefined, true);
  return withLargeMembers({ ...claims, ...recipe.members }, recipe.large, around);
}

const edited = (token: string, edits: readonly TokenEdit[] = []): string => edits.reduce(editToken, token);

/** The text of a key by its id in the vector's file. */
export function keyText(test: VectorTest, id: string | undefined): string {
  const text = test.keys[id ?? ""];
  if (text === undefined) throw new Error(`${test.id} names a key that its file does not have.`);
  return text;
}

const typicalHeader = (algorithm: string): Members => ({ alg: algorithm, typ: "JWT" });

function headerPart(algorithm: string, { members, remove = [], ...text }: HeaderRecipe = {}): string {
  const header: Members = { ...typicalHeader(algorithm), ...members };
  for (const name of remove) delete header[name];
  return partOf(header, text);
}

/** Makes the token of a recipe, as every runner has to: see INTERPRETING.md. */
export function tokenOf(subject: Subject, test: VectorTest): unknown {
  const recipe = (test.input.token ?? {}) as TokenRecipe;
  if (Object.hasOwn(recipe, "value")) return recipe.value;
  if (recipe.literal !== undefined) return recipe.literal;
  const own = subject.adapter.header.algorithms[0] ?? "HS256";
  const algorithm = recipe.sign?.algorithm ?? own;
  const secret = keyText(test, recipe.sign?.key ?? test.input.key);
  const header = headerPart(algorithm, recipe.header);
  const start = startingClaims(subject, test, recipe);
  const around = { characters: header.length + signatureOf("", secret, algorithm).length + 2 };
  const { paths: _, removePaths: __, members: ___, large: ____, ...text } = recipe.claims ?? {};
  const claims = partOf(changedClaims(subject, start, recipe.claims ?? {}, around), text);
  const shown = edited(`${header}.${claims}`, recipe.editsBeforeSigning);
  const signed = recipe.sign?.over === "example" ? `${headerPart(own)}.${partOf(start, {})}` : shown;
  return edited(`${shown}.${signatureOf(signed, secret, algorithm)}`, recipe.edits);
}
