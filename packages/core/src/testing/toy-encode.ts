import type { Encoded, EncodeProblem, EncodeRequest } from "../adapter/adapter.js";
import type { Grant, RoomScope } from "../grant/grant.js";
import { toyResidueRules } from "./toy-capabilities.js";
import { isPropertyName, type ToyProperties } from "./toy-properties.js";
import { writeEntry, writeRights } from "./toy-rights.js";

type Residue = Pick<ToyProperties, "theme" | "zone">;

function writeRoom(room: RoomScope, problems: EncodeProblem[]): Pick<ToyProperties, "room"> {
  if (typeof room === "string") return { room };
  if ("any" in room) return {};
  problems.push({
    path: "room",
    code: "grant.unsupported",
    message: "A token is good for one room or for every room.",
    cure: "Issue one token a room.",
    remedy: { where: "policy", setting: "narrow.room" },
  });
  return {};
}

/** Extensions are read when a grant is issued; a name that the neutral model covers must not come in this way. */
function readExtensions(vendor: string, grant: Grant, problems: EncodeProblem[]): Residue {
  const read: [string, string][] = [];
  for (const [name, value] of Object.entries(grant.extensions?.[vendor] ?? {})) {
    const path = `extensions.${vendor}.${name}`;
    if (!Object.hasOwn(toyResidueRules, name)) {
      const code = isPropertyName(name) ? "grant.modelled-extension" : "grant.unknown-field";
      problems.push({ path, code, message: "This is no extension.", cure: "Use the neutral field, or leave it out." });
    } else if (typeof value !== "string" || value === "") {
      problems.push({ path, code: "grant.invalid", message: "It is not a non-empty string.", cure: "Give a string." });
    } else {
      read.push([name, value]);
    }
  }
  return Object.fromEntries(read);
}

/** Writes a grant as a toy token. What it has no place for is left out; core reads the result back and finds out. */
export function encodeToy(vendor: string, request: EncodeRequest): Encoded<ToyProperties> {
  const { grant, ceiling, issuance = {}, residue = {}, unknown = {}, room } = request;
  const problems: EncodeProblem[] = [];
  const { id, name } = grant.participant ?? {};
  const properties: ToyProperties = {
    ...(issuance.tenant === undefined ? {} : { account: issuance.tenant }),
    ...writeRoom(grant.room, problems),
    ...(id === undefined ? {} : { user: id }),
    ...(name === undefined ? {} : { name }),
    ...(issuance.issuedAt === undefined ? {} : { iat: issuance.issuedAt }),
    ...(grant.notBefore === undefined ? {} : { nbf: grant.notBefore }),
    ...(typeof grant.expiresAt === "number" ? { exp: grant.expiresAt } : {}),
    ...writeEntry(grant.entry),
    ...writeRights(ceiling, room === undefined ? {} : { room }),
    ...(grant.automation?.record === undefined || grant.automation.record.mode !== undefined
      ? {}
      : { autoRecord: true }),
    ...(residue as Residue),
    ...readExtensions(vendor, grant, problems),
  };
  return { native: { properties, unknown, findings: [] }, problems };
}
