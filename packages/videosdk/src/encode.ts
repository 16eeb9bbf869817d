import type { Ceiling, Encoded, EncodeProblem, EncodeRequest, Entry, Grant, Remedy } from "@roompass/core/adapter";
import { chooseOption, deepFreeze, type Option, rememberChoice } from "@roompass/core/kit";
import { readExtensions } from "./extensions.js";
import { readingsOfPermissions } from "./permissions.js";
import { isPropertyName, type VideosdkPermission, type VideosdkProperties } from "./properties.js";
import { rolesOfPurpose } from "./roles.js";

type PermissionOption = Option<readonly VideosdkPermission[]>;

function option(permissions: readonly VideosdkPermission[]): PermissionOption {
  return { choice: permissions, readings: readingsOfPermissions(permissions) };
}

/**
 * The lists of permissions that may be minted, quietest first. `ask_join` stands alone: beside others VideoSDK documents
 * it as invalid (error 4008).
 */
export const permissionOptions: Readonly<Record<Entry, readonly [PermissionOption, ...PermissionOption[]]>> =
  deepFreeze({
    direct: [option(["allow_join"]), option(["allow_join", "allow_mod"])],
    ask: [option(["ask_join"])],
  });

/** Writes what the ceiling allows into VideoSDK's words. Nothing is added that the grant does not say. */
export function encode(request: EncodeRequest): Encoded<VideosdkProperties> {
  const { grant, ceiling, residue, unknown, issuance } = request;
  const problems: EncodeProblem[] = [];
  const roomId = encodeRoom(grant, ceiling, problems);
  const participantId = encodeIdentity(grant, ceiling, problems);
  reportMissingExpiry(grant, ceiling, problems);
  const permissions = encodePermissions(grant, ceiling, problems);
  const jti = readExtensions(grant.extensions, problems).jti ?? textOf(residue?.["jti"]);
  const nbf = encodeNotBefore(grant, residue);

  const properties: VideosdkProperties = {
    ...(issuance?.tenant === undefined ? {} : { apikey: issuance.tenant }),
    ...(permissions === undefined ? {} : { permissions }),
    version: 2,
    ...(roomId === undefined ? {} : { roomId }),
    ...(participantId === undefined ? {} : { participantId }),
    roles: rolesOfPurpose(grant.purpose),
    ...(issuance?.issuedAt === undefined ? {} : { iat: issuance.issuedAt }),
    ...(typeof grant.expiresAt === "number" ? { exp: grant.expiresAt } : {}),
    ...(nbf === undefined ? {} : { nbf }),
    ...(jti === undefined ? {} : { jti }),
  };
  const kept = Object.entries(unknown ?? {}).filter(([name]) => !isPropertyName(name));
  return { native: { properties, unknown: Object.fromEntries(kept), findings: [] }, problems };
}

/** Where the caller says what is missing: in the grant when issuing, in the policy when translating. */
function sayIt(ceiling: Ceiling, path: string): Remedy {
  return { where: "policy", setting: ceiling.purpose === "translate" ? `narrow.${path}` : path };
}

/** A token without `roomId` is good for every room, so a scope that does not fit is a problem and never a wider one. */
function encodeRoom(grant: Grant, ceiling: Ceiling, problems: EncodeProblem[]): string | undefined {
  const { room } = grant;
  if (typeof room === "object" && "any" in room) return undefined;
  if (typeof room === "string") {
    if (room === "") {
      problems.push({
        path: "room",
        code: "grant.invalid",
        message: "The room's name is empty.",
        cure: "Give the room's id, or `{ any: true }` for every room of the project.",
        remedy: sayIt(ceiling, "room"),
      });
    }
    return room;
  }
  problems.push({
    path: "room",
    code: "grant.unsupported",
    message: "A VideoSDK token holds one room or every room, no list and no pattern.",
    cure: "Name one room, and issue one token for each.",
    remedy: sayIt(ceiling, "room"),
  });
  return undefined;
}

function encodeIdentity(grant: Grant, ceiling: Ceiling, problems: EncodeProblem[]): string | undefined {
  const id = grant.participant?.id;
  if (id !== undefined && (id === "" || /\s/u.test(id))) {
    problems.push({
      path: "participant.id",
      code: "grant.invalid",
      message: "VideoSDK refuses participant ids that are empty or contain white space (error 4004).",
      cure: "Use an id without white space; it is never changed here, since the app has to join with the identical one.",
      // Whom a token is bound to no policy changes.
      ...(ceiling.purpose === "translate" ? {} : { remedy: sayIt(ceiling, "participant.id") }),
    });
  }
  return id;
}

function reportMissingExpiry(grant: Grant, ceiling: Ceiling, problems: EncodeProblem[]): void {
  if (grant.expiresAt !== undefined) return;
  problems.push({
    path: "expiresAt",
    code: "grant.missing",
    message: "The grant does not say when it ends, and VideoSDK documents no default.",
    cure: "Give an expiry, or say `expiresAt: null` for a token that never expires.",
    remedy: sayIt(ceiling, "expiresAt"),
  });
}

const choosePermissions = rememberChoice(
  (ceiling, entry) => chooseOption(ceiling, permissionOptions[entry as Entry]).choice,
);

function encodePermissions(
  grant: Grant,
  ceiling: Ceiling,
  problems: EncodeProblem[],
): readonly VideosdkPermission[] | undefined {
  const entry = grant.entry ?? ceiling.entry;
  if (entry === undefined) {
    problems.push({
      path: "entry",
      code: "grant.missing",
      message: "The grant does not say how its holder enters; VideoSDK has no default that is safe.",
      cure: 'Say `entry: "direct"` or `entry: "ask"`.',
      remedy: sayIt(ceiling, "entry"),
    });
    return undefined;
  }
  return choosePermissions(ceiling, entry);
}

/**
 * A not-before has no documented effect, so it is never minted anew. A token that had one keeps it within VideoSDK; its
 * time is the grant's, which may have been narrowed.
 */
function encodeNotBefore(grant: Grant, residue: EncodeRequest["residue"]): number | undefined {
  const kept = residue?.["nbf"];
  return typeof kept === "number" ? (grant.notBefore ?? kept) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
