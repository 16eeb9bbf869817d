import type { AnyAdapter, EncodeRequest } from "../adapter/adapter.js";
import type { Authority } from "../authority/authority.js";
import type { Difference } from "../authority/compare-authority.js";
import { rememberChoice } from "../authority/remember-choice.js";
import { isDenial } from "../authority/verdict.js";
import { type GrantPath, isRightPath, powersOverOthers, type RightPath, rightPaths } from "../grant/right-path.js";
import { siblingsOf } from "./reasons.js";
import type { Remedy } from "./remedy.js";

/** What is needed to try whether a change would help. */
export interface RemedyContext {
  readonly to: AnyAdapter;
  readonly source: Authority;
  readonly target: Authority;
  readonly request: EncodeRequest;
  readonly requirements: readonly Remedy[];
}

/** `["rights.moderate.media", …all three]` as `{ moderate: true }`, for pasting into a policy. */
function asRightsInput(paths: readonly RightPath[]): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const path of paths) {
    const [, group, kind] = path.split(".") as [string, string, string | undefined];
    if (kind === undefined) input[group] = true;
    else input[group] = { ...(input[group] as Record<string, unknown> | undefined), [kind]: true };
  }
  const moderate = input["moderate"];
  if (typeof moderate === "object" && moderate !== null && Object.keys(moderate).length === 3) input["moderate"] = true;
  return input;
}

const administration: readonly RightPath[] = [...powersOverOthers, "rights.livestream", "rights.transcribe"];

function gives(path: RightPath, added: readonly RightPath[], to: AnyAdapter, request: EncodeRequest): boolean {
  const rights = { ...request.ceiling.rights };
  for (const other of added) rights[other] = "allow";
  const { native } = to.encode({ ...request, ceiling: { ...request.ceiling, rights } });
  const reading = to.authority(native, {}).rights[path];
  return reading === "allow" || reading === "possible";
}

/**
 * The fewest rights that, taken together, would make the target's token give `path`: itself, its siblings, or what the
 * vendor's role joins it with. Which ones is not guessed: each try is encoded and read back. Rights that the source
 * denies are never among them. `undefined` where no combination helps.
 */
export function roleThatKeeps(
  path: RightPath,
  to: AnyAdapter,
  request: EncodeRequest,
): readonly RightPath[] | undefined {
  const shape = shapes.get(request) ?? shapeOf(request);
  shapes.set(request, shape);
  return shape === "" ? findRole(path, to, request) : finderOf(to)(request.ceiling, path + shape, path, request).role;
}

/** A request is asked about for each right that was narrowed. */
const shapes = new WeakMap<EncodeRequest, string>();

/** All that a role may depend on, beside the ceiling; empty where that has no end, so that nothing is remembered. */
function shapeOf({ grant, residue, unknown, room, method }: EncodeRequest): string {
  const { purpose, rights, participant, stay, automation, extensions } = grant;
  const isPlain = residue === undefined && unknown === undefined && room === undefined && extensions === undefined;
  // There is no end of names of senders.
  if (!isPlain || typeof rights?.subscribe === "object") return "";
  return JSON.stringify([method, purpose, rights, typeof grant.room, typeof participant?.id, stay, automation]);
}

interface Found {
  readonly role: readonly RightPath[] | undefined;
}

type Finder = ReturnType<typeof rememberChoice<Found, [RightPath, EncodeRequest]>>;

const finders = new WeakMap<AnyAdapter, Finder>();

/** Each search encodes several times, and tokens that are moved one after the other miss the same rights. */
function finderOf(to: AnyAdapter): Finder {
  const known = finders.get(to);
  if (known !== undefined) return known;
  const finder: Finder = rememberChoice((_ceiling, _shape, path, request) => ({ role: findRole(path, to, request) }));
  finders.set(to, finder);
  return finder;
}

function findRole(path: RightPath, to: AnyAdapter, request: EncodeRequest): RightPath[] | undefined {
  const { rights } = request.ceiling;
  if (isDenial(rights[path])) return undefined;
  if (gives(path, [path], to, request)) return [path];
  const candidates = new Set<RightPath>([path, ...siblingsOf(path, rightPaths), ...administration]);
  let role = rightPaths.filter((other) => candidates.has(other) && !isDenial(rights[other]));
  if (!gives(path, role, to, request)) return undefined;
  for (const other of [...role].reverse()) {
    const fewer = role.filter((kept) => kept !== other);
    if (other !== path && gives(path, fewer, to, request)) role = fewer;
  }
  return role;
}

/** A narrowed right may come back if the caller vouches for what the source's role really gives. */
function vouchThatKeeps(path: RightPath, context: RemedyContext): Remedy | undefined {
  const role = roleThatKeeps(path, context.to, context.request);
  const vouched = role?.filter((other) => context.request.ceiling.rights[other] !== "allow") ?? [];
  if (role === undefined || vouched.length === 0) return undefined;
  // What the source says itself may stand beside it: a whole group is shorter to write than its parts.
  const isSaid = (other: RightPath): boolean => context.request.ceiling.rights[other] === "allow";
  const whole = administration.filter(
    (other) => role.includes(other) || (other.startsWith("rights.moderate.") && isSaid(other)),
  );
  return {
    where: "policy",
    setting: "vouch",
    value: asRightsInput(vouched.length === 1 ? vouched : whole.length > role.length ? whole : role),
  };
}

/** The shortest change that would make a narrowed component whole; none where the target's token cannot hold it. */
export function remedyForNarrowed(difference: Difference, context: RemedyContext): Remedy | undefined {
  const { path } = difference;
  if (isRightPath(path) && path !== "rights.subscribe") return vouchThatKeeps(path, context);
  return undefined;
}

const allow = (path: GrantPath): Remedy => ({ where: "policy", setting: "allowWidening", value: [path] });

/** The room's setting with which the vendor listens to a token that asks; found by reading the token with it. */
function settingThatAsks({ to, request, requirements }: RemedyContext): Remedy | undefined {
  const { native } = to.encode(request);
  return requirements.find(({ where, setting, value }) => {
    return (
      where === "room" && to.authority(native, { room: { ...request.room, [setting]: value } }).entry.highest === "ask"
    );
  });
}

/** The shortest change that would let a refused component pass. */
export function remedyForGain(difference: Difference, context: RemedyContext): Remedy | undefined {
  const { path } = difference;
  switch (path) {
    case "room":
      // One name cannot become fewer, and what a pattern stands for nobody knows.
      return typeof context.source.room.lowest === "string" || "pattern" in context.source.room.lowest
        ? undefined
        : { where: "policy", setting: "narrow.room" };
    case "expiresAt":
      return { where: "policy", setting: "narrow.expiresAt" };
    case "purpose":
      return undefined;
    case "entry":
      return settingThatAsks(context) ?? allow(path);
    case "participant.id":
      return difference.verdict === "incomparable" ? undefined : allow(path);
    default:
      if (isRightPath(path) && context.source.rights[path] === "possible") {
        return { where: "policy", setting: "vouch", value: asRightsInput([path]) };
      }
      return allow(path);
  }
}
