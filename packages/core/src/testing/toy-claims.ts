import type { Native } from "../adapter/native.js";
import type { Finding } from "../errors/finding.js";
import { isPropertyName, propertyNames, publishKinds, sendClaims, type ToyProperties } from "./toy-properties.js";

type Claims = Readonly<Record<string, unknown>>;

/** The claim that only this vendor's tokens have; its value names the vendor and the format. */
export const markName = "kind";

export function markOf(vendor: string): string {
  return `${vendor}/1`;
}

interface Reader {
  readonly accepts: (value: unknown) => boolean;
  readonly expected: string;
  /** What is read in place of a value that is not accepted: the lowest, where the claim has one. */
  readonly lowest?: unknown;
  /** A spelling that says nothing; it is reported and left out. */
  readonly idle?: unknown;
}

const text: Reader = { accepts: (value) => typeof value === "string" && value !== "", expected: "a non-empty string" };
const instant: Reader = {
  accepts: (value) => Number.isSafeInteger(value) && (value as number) > 0,
  expected: "an integer of unix seconds",
};
const flag: Reader = { accepts: (value) => value === true, expected: "true", idle: false };
const right: Reader = { accepts: (value) => typeof value === "boolean", expected: "true or false", lowest: false };

const readers: Readonly<Record<Exclude<keyof ToyProperties, "send">, Reader>> = {
  account: text,
  room: text,
  user: text,
  name: text,
  iat: instant,
  nbf: { ...instant, idle: 0 },
  exp: instant,
  ask: { accepts: right.accepts, expected: right.expected, lowest: true },
  host: flag,
  record: right,
  autoRecord: flag,
  theme: text,
  zone: text,
};

function invalid(path: string, expected: string): Finding {
  return {
    id: "claims.invalid",
    severity: "error",
    path,
    message: `\`${path}\` is not ${expected}.`,
    cure: `Mint the token with \`${path}\` as ${expected}.`,
  };
}

function idle(path: string): Finding {
  const message = `\`${path}\` says what its absence says, and is read as absent.`;
  return { id: "toy.idle-claim", severity: "info", path, message, cure: "Leave the claim out." };
}

/** The value of one claim, or `undefined` where it has none that counts. */
function readClaim(value: unknown, path: string, reader: Reader, findings: Finding[]): unknown {
  if (value === undefined || reader.accepts(value)) return value;
  if (value === reader.idle) {
    findings.push(idle(path));
    return undefined;
  }
  findings.push(invalid(path, reader.expected));
  return reader.lowest;
}

function isObject(value: unknown): value is Claims {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The envelope of switches, and what is inside it that nobody knows. */
function readSend(value: unknown, findings: Finding[]): { send: ToyProperties["send"]; unknown: [string, unknown][] } {
  if (value === undefined) return { send: undefined, unknown: [] };
  if (!isObject(value)) {
    findings.push(invalid("send", "an object"));
    return { send: Object.fromEntries(publishKinds.map((kind) => [kind, false])), unknown: [] };
  }
  const switches = publishKinds
    .map((kind) => [kind, readClaim(value[sendClaims[kind]], `send.${sendClaims[kind]}`, right, findings)] as const)
    .filter(([, on]) => on !== undefined);
  const known = new Set(Object.values(sendClaims));
  const unknown = Object.entries(value).filter(([name]) => !known.has(name));
  if (switches.length === 0 && unknown.length === 0) findings.push(idle("send"));
  return { send: switches.length === 0 ? undefined : Object.fromEntries(switches), unknown };
}

/** Reads claims. What is not documented survives in `unknown`, where it stood. */
export function readToyClaims(vendor: string, claims: Claims): Native<ToyProperties> {
  const findings: Finding[] = [];
  const own: Claims = Object.fromEntries(Object.entries(claims));
  if (own[markName] !== markOf(vendor)) findings.push(invalid(markName, "the vendor's mark"));
  const { send, unknown: unknownInside } = readSend(own["send"], findings);
  const read = propertyNames.map((name) => {
    return [name, name === "send" ? send : readClaim(own[name], name, readers[name], findings)] as const;
  });
  const unknown = Object.entries(own).filter(([name]) => name !== markName && !isPropertyName(name));
  if (unknownInside.length > 0) unknown.push(["send", Object.fromEntries(unknownInside)]);
  return {
    properties: Object.fromEntries(read.filter(([, value]) => value !== undefined)),
    unknown: Object.fromEntries(unknown),
    findings,
  };
}

/** The claims that say exactly this; nothing is added but the mark. */
export function writeToyClaims(vendor: string, native: Native<ToyProperties>): Record<string, unknown> {
  const { properties, unknown } = native;
  const unknownInside = isObject(unknown["send"]) ? Object.entries(unknown["send"]) : [];
  const send = [
    ...publishKinds
      .filter((kind) => properties.send?.[kind] !== undefined)
      .map((kind) => [sendClaims[kind], properties.send?.[kind]] as const),
    ...unknownInside,
  ];
  const written = propertyNames.map((name) => {
    return [
      name,
      name !== "send" ? properties[name] : send.length === 0 ? undefined : Object.fromEntries(send),
    ] as const;
  });
  const rest = Object.entries(unknown).filter(([name]) => name !== markName && !isPropertyName(name));
  return Object.fromEntries([
    [markName, markOf(vendor)],
    ...written.filter(([, value]) => value !== undefined),
    ...rest,
  ]);
}
