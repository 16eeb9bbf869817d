import type { Encoded, EncodeProblem, EncodeRequest, Grant } from "@roompass/core/adapter";
import { residueRules } from "./facts.js";
import type { ReferenceProperties } from "./properties.js";
import { readers } from "./readers.js";
import { writeRights } from "./rights.js";

/** Extensions are read when a grant is issued; what the neutral model covers must not come in this way. */
function readExtensions(vendor: string, grant: Grant, problems: EncodeProblem[]): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(grant.extensions?.[vendor] ?? {})) {
    const path = `extensions.${vendor}.${name}`;
    const cure = "Use the neutral field, or leave it out.";
    if (!Object.hasOwn(residueRules, name)) {
      const code = Object.hasOwn(readers, name) || name === "can" ? "grant.modelled-extension" : "grant.unknown-field";
      problems.push({ path, code, message: "This is no extension.", cure });
    } else if (typeof value !== "string" || value === "") {
      problems.push({ path, code: "grant.invalid", message: "It is not a non-empty string.", cure: "Give a string." });
    } else {
      read[name] = value;
    }
  }
  return read;
}

function writeRoom({ room }: Grant): ReferenceProperties["room"] {
  if (typeof room === "string") return room;
  if ("anyOf" in room) return room.anyOf;
  return "pattern" in room ? room : undefined;
}

const isPlain = (purpose: Grant["purpose"]): boolean => purpose.length === 1 && purpose[0] === "participant";

/** Writes a grant as a token. Rights come from the ceiling alone, everything else from the grant. */
export function encode(vendor: string, request: EncodeRequest): Encoded<ReferenceProperties> {
  const { grant, ceiling, issuance = {}, residue = {}, unknown = {}, room } = request;
  const { participant = {}, stay = {}, start = {}, automation = {}, client = {} } = grant;
  const problems: EncodeProblem[] = [];
  const written: { readonly [name in keyof ReferenceProperties]: unknown } = {
    account: issuance.tenant,
    iat: issuance.issuedAt,
    nbf: grant.notBefore,
    exp: grant.expiresAt ?? undefined,
    purposes: isPlain(grant.purpose) ? undefined : grant.purpose,
    room: writeRoom(grant),
    user: participant.id,
    name: participant.name,
    email: participant.email,
    avatar: participant.avatarUrl,
    metadata: participant.metadata,
    maxSeconds: stay.maxSeconds,
    endsAtExpiry: stay.endsAtExpiry,
    entry: grant.entry,
    camera: start.camera,
    microphone: start.microphone,
    autoRecord: automation.record,
    autoTranscribe: automation.transcribe,
    language: client.language,
    redirectUrl: client.redirectUrl,
    closeTabOnExit: client.closeTabOnExit,
    ...writeRights(ceiling, room === undefined ? {} : { room }),
    theme: residue["theme"],
    zone: residue["zone"],
    ...readExtensions(vendor, grant, problems),
  };
  const properties = Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined));
  return { native: { properties, unknown, findings: [] }, problems };
}
