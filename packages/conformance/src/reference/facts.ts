import type { Capabilities, Capability, Fact, GrantPath, Limits, ResidueRule } from "@roompass/core/adapter";
import { grantPaths } from "../subject/grant-paths.js";
import { longestUser, switchOf, switchPaths } from "./properties.js";

const fact: Fact = { source: "invented for the conformance suite", asOf: "2026-11" };

const propertyOf: { readonly [path in GrantPath]?: string } = {
  purpose: "purposes",
  room: "room",
  "participant.id": "user",
  "participant.name": "name",
  "participant.email": "email",
  "participant.avatarUrl": "avatar",
  "participant.metadata": "metadata",
  notBefore: "nbf",
  expiresAt: "exp",
  "stay.endsAtExpiry": "endsAtExpiry",
  "stay.maxSeconds": "maxSeconds",
  entry: "entry",
  "start.camera": "camera",
  "start.microphone": "microphone",
  "automation.record": "autoRecord",
  "automation.transcribe": "autoTranscribe",
  "client.language": "language",
  "client.redirectUrl": "redirectUrl",
  "client.closeTabOnExit": "closeTabOnExit",
  ...Object.fromEntries(switchPaths.map((path) => [path, `can.${switchOf[path]}`])),
};

/** A member of its own for everything: a claim has the name of its property. */
export const capabilities: Capabilities = Object.fromEntries(
  grantPaths.map((path): [GrantPath, Capability] => {
    const name = propertyOf[path] as string;
    return [path, { ...fact, carried: "exact", property: name, claim: name }];
  }),
) as Record<GrantPath, Capability>;

export const limits: Limits = { maxLength: { "participant.id": longestUser } };

export const residueRules: Readonly<Record<string, ResidueRule>> = {
  theme: { ...fact, kind: "hint", note: "Colours of the vendor's own client." },
  zone: { ...fact, kind: "binding", note: "Keeps its holder inside one part of the building." },
};

export const harmless: Readonly<Record<string, Fact>> = { jti: fact };
