import type { GrantPath } from "@roompass/core/adapter";
import type { Json } from "../vectors/vector.js";
import { grantPaths, rightNames } from "./grant-paths.js";

/** One thing that a grant can say at one path. */
export interface ExampleValue {
  /** For ids of cases. */
  readonly name: string;
  readonly value: unknown;
}

const flag = [
  { name: "true", value: true },
  { name: "false", value: false },
] as const;

const one = (name: string, value: unknown): readonly ExampleValue[] => [{ name, value }];

/** What to ask for at each path, to see whether it is carried, refused or reported. Times lie ten minutes ahead. */
export function exampleValues(path: GrantPath, now: number): readonly ExampleValue[] {
  if ((rightNames as readonly string[]).includes(path)) return flag;
  const values: { readonly [field in GrantPath]?: readonly ExampleValue[] } = {
    "participant.id": one("given", "u-2"),
    "participant.name": one("given", "Ada"),
    "participant.email": one("given", "ada@example.com"),
    "participant.avatarUrl": one("given", "https://example.com/ada.png"),
    "participant.metadata": one("given", { team: "blue" }),
    notBefore: one("given", now + 600),
    expiresAt: one("given", now + 1800),
    "stay.endsAtExpiry": one("true", true),
    "stay.maxSeconds": one("given", 600),
    entry: [
      { name: "direct", value: "direct" },
      { name: "ask", value: "ask" },
    ],
    "start.camera": one("off", "off"),
    "start.microphone": one("off", "off"),
    "automation.record": one("cloud", { mode: "cloud" }),
    "automation.transcribe": one("plain", {}),
    "client.language": one("given", "de"),
    "client.redirectUrl": one("given", "https://example.com/bye"),
    "client.closeTabOnExit": one("true", true),
  };
  return values[path] ?? [];
}

/** Paths of descriptions and hints: without a place they are reported, never refused. */
export const descriptionPaths: ReadonlySet<GrantPath> = new Set(
  grantPaths.filter((path) => /^(participant\.(name|email|avatarUrl|metadata)|start\.|client\.)/.test(path)),
);

/** A copy of a grant that says one more thing. */
export function grantWith(grant: Json, path: string, value: unknown): Json {
  const [name = "", ...rest] = path.split(".");
  if (rest.length === 0) return { ...grant, [name]: value };
  const inner = grant[name];
  const child = typeof inner === "object" && inner !== null ? (inner as Json) : {};
  return { ...grant, [name]: grantWith(child, rest.join("."), value) };
}

/** What a grant says at a path. */
export function grantAt(grant: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (value, name) => (typeof value === "object" && value !== null ? (value as Json)[name] : undefined),
      grant,
    );
}
