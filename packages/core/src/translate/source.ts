import type { AnyAdapter, RoomSettings } from "../adapter/adapter.js";
import type { Decoded } from "../adapter/native.js";
import type { Authority, StatedReading } from "../authority/authority.js";
import { readingsOfRights } from "../authority/ceilings.js";
import { withoutStatements } from "../authority/statements.js";
import { isDenial } from "../authority/verdict.js";
import { RoompassError } from "../errors/roompass-error.js";
import { capturePaths, type RightPath, rightPaths } from "../grant/right-path.js";
import type { TokenReading } from "../provider/token-reading.js";
import { parsePart } from "./parse-part.js";
import type { ReadPolicy } from "./policy.js";
import type { Refusal } from "./report.js";

/** The source of a translation while it is being read: what it says, and what it surely grants. */
export interface Source {
  readonly decoded: Decoded;
  readonly authority: Authority;
}

/** Vouched rights count as said by the token. A denial cannot be vouched away. */
export function applyVouch(authority: Authority, policy: ReadPolicy, now: number): Authority {
  if (policy.vouch === undefined) return authority;
  const vouched = readingsOfRights(
    parsePart({ rights: policy.vouch }, now, (path) => path.replace(/^rights/, "policy.vouch")).rights,
  );
  const rights: Record<RightPath, StatedReading> = { ...authority.rights };
  const modes = { ...authority.modes };
  const changed = new Set<RightPath>();
  for (const path of rightPaths) {
    const said = vouched.rights[path];
    if (said === "unknown") continue;
    if (said === "deny" || isDenial(authority.rights[path])) {
      throw new RoompassError(
        "translate.policy",
        `\`vouch\` cannot ${said === "deny" ? "deny" : "override a denial of"} ${path}.`,
        {
          path: "policy.vouch",
          cure:
            said === "deny"
              ? "Use `narrow` to take a right away."
              : "Use `allowWidening` to give more than the source does.",
        },
      );
    }
    if (authority.rights[path] !== "allow") changed.add(path);
    rights[path] = "allow";
  }
  for (const path of capturePaths) {
    // What the token states itself is not vouched away either.
    if (vouched.rights[path] !== "allow" || authority.rights[path] === "allow") continue;
    const list = vouched.modes[path];
    if (list === undefined) delete modes[path];
    else modes[path] = list;
  }
  // A selection that is vouched for is no more than that selection; one that the token states stays as it is.
  const selection =
    authority.rights["rights.subscribe"] === "allow" ? authority.subscribeSelection : vouched.subscribeSelection;
  const vouchedFor = { ...authority, rights, modes };
  return withoutStatements(
    selection === undefined ? vouchedFor : { ...vouchedFor, subscribeSelection: selection },
    changed,
  );
}

/** Reads a source's authority with the real room settings, where given. */
export function readAuthority(reading: TokenReading, adapter: AnyAdapter, room: RoomSettings | undefined): Authority {
  return adapter.authority(reading.native, room === undefined ? {} : { room });
}

/** A refusal about what the source itself says or fails to say. */
export function refuse(path: string, from: unknown, to: unknown, reason: string, remedy?: Refusal["remedy"]): Refusal {
  return { path, from, to, reason, ...(remedy === undefined ? {} : { remedy }) };
}
