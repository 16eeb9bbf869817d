import type { Finding, Remedy } from "@roompass/core/adapter";

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";
const idShape = /^[a-z]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/;
const severities: ReadonlySet<unknown> = new Set(["error", "warning", "info"]);

/** What a finding lacks to be one: an id for scripts, how bad it is, and for people what is the matter and what to do. */
export function findingProblems({ id, severity, path, message, cure }: Finding): readonly string[] {
  return [
    ...(typeof id === "string" && idShape.test(id) ? [] : ["a finding has no id"]),
    ...(severities.has(severity) ? [] : [`${id}: no severity`]),
    ...(path === undefined || isText(path) ? [] : [`${id}: an empty path`]),
    ...(isText(message) ? [] : [`${id}: no message`]),
    ...(isText(cure) ? [] : [`${id}: no cure`]),
  ];
}

const places: ReadonlySet<unknown> = new Set(["room", "dashboard", "client", "policy"]);

/** What a remedy lacks to be followed. A setting is somebody's; a policy is the caller's, and no vendor's. */
export function remedyProblems({ vendor, where, setting }: Remedy, own: string): readonly string[] {
  return [
    ...(places.has(where) ? [] : ["a remedy in no known place"]),
    ...(isText(setting) ? [] : ["a remedy without a setting"]),
    ...(vendor === (where === "policy" ? undefined : own) ? [] : [`${setting}: a remedy of another vendor`]),
  ];
}

/** Members of a translation policy by which something can be put right. */
const policyMembers = [
  "narrow",
  "rooms",
  "assume",
  "allowWidening",
  "vouch",
  "allowNoExpiry",
  "ignoreUnknown",
  "require",
];

/** Whether a setting is one of the caller's: a member of the policy or, where a grant is issued, one of the grant. */
export function isOfPolicy(setting: string, purpose: "issue" | "translate", paths: readonly string[]): boolean {
  const [name = ""] = setting.split(".");
  return policyMembers.includes(name) || (purpose === "issue" && paths.includes(setting));
}
