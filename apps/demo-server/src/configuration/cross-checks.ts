import type { ConfigurationProblem } from "./configuration-error.js";
import type { Name } from "./names.js";
import { usualPort, type Variables } from "./schema.js";

const thisMachine: ReadonlySet<string> = new Set(["127.0.0.1", "::1", "localhost"]);

export function isThisMachine(host: string): boolean {
  return thisMachine.has(host);
}

/** Credentials that are of no use one without the other. */
const together: readonly (readonly [Name, Name])[] = [
  ["LIVEKIT_API_KEY", "LIVEKIT_API_SECRET"],
  ["METERED_APP_NAME", "METERED_SECRET_KEY"],
  ["VIDEOSDK_API_KEY", "VIDEOSDK_SECRET"],
];

const vendorsNeedOneOf: readonly Name[] = ["DAILY_API_KEY", "LIVEKIT_API_KEY", "METERED_APP_NAME", "VIDEOSDK_API_KEY"];

function* credentialProblems(given: Variables): Generator<ConfigurationProblem> {
  for (const pair of together) {
    const missing = pair.filter((name) => given[name as keyof Variables] === undefined);
    const [name] = missing;
    if (missing.length !== 1 || name === undefined) continue;
    const other = pair[0] === name ? pair[1] : pair[0];
    yield { name, message: `is missing, while ${other} is set; set both or none` };
  }
  if (given.DAILY_DOMAIN_ID !== undefined && given.DAILY_API_KEY === undefined) {
    yield { name: "DAILY_API_KEY", message: "is missing, while DAILY_DOMAIN_ID is set; set both or none" };
  }
  const signsWithoutDomain =
    given.ROOMPASS_DAILY_METHOD === "sign" && given.DAILY_API_KEY !== undefined && given.DAILY_DOMAIN_ID === undefined;
  if (signsWithoutDomain && given.ROOMPASS_EMULATORS !== "on") {
    yield { name: "DAILY_DOMAIN_ID", message: "is missing: Daily's tokens cannot be signed here without it" };
  }
}

/** What other machines can reach must be locked. */
function* exposureProblems(given: Variables): Generator<ConfigurationProblem> {
  if (isThisMachine(given.ROOMPASS_HOST)) return;
  if (given.ROOMPASS_KEYS_FILE === undefined) {
    yield {
      name: "ROOMPASS_KEYS_FILE",
      message: "is missing: a server that other machines can reach needs keys of its callers (see `keys create`)",
    };
  }
  if (given.ROOMPASS_EMULATORS === "on") {
    yield {
      name: "ROOMPASS_EMULATORS",
      message: "cannot be on where other machines can reach the server: whoever reaches an emulator controls it",
    };
  }
}

/** Whether vendors without credentials are emulated. */
export function emulatesMissing(given: Variables): boolean {
  if (given.ROOMPASS_EMULATORS !== "auto") return given.ROOMPASS_EMULATORS === "on";
  return given.ROOMPASS_KEYS_FILE === undefined && isThisMachine(given.ROOMPASS_HOST);
}

function* vendorProblems(given: Variables): Generator<ConfigurationProblem> {
  if (emulatesMissing(given) || vendorsNeedOneOf.some((name) => given[name as keyof Variables] !== undefined)) return;
  // No advice that the next start would refuse: emulators are for this machine only.
  const cure = isThisMachine(given.ROOMPASS_HOST)
    ? "; ROOMPASS_EMULATORS=on does without"
    : "; set those of one at least";
  yield {
    name: "DAILY_API_KEY",
    message: `is missing, and so are the credentials of every other vendor${cure}`,
  };
}

/** What is wrong with values that are each good by themselves. */
export function* crossProblems(given: Variables): Generator<ConfigurationProblem> {
  yield* credentialProblems(given);
  yield* exposureProblems(given);
  yield* vendorProblems(given);
  if (given.ROOMPASS_KEYS_FILE !== undefined && given.ROOMPASS_AUDIT_FILE === undefined) {
    yield {
      name: "ROOMPASS_AUDIT_FILE",
      message: "is missing: with keys of its own the server keeps an audit log; name a file, or say off",
    };
  }
  if (!isThisMachine(given.ROOMPASS_METRICS_HOST) && given.ROOMPASS_METRICS_PORT === undefined) {
    yield { name: "ROOMPASS_METRICS_PORT", message: "is missing, while ROOMPASS_METRICS_HOST is set" };
  }
  if (given.ROOMPASS_METRICS_PORT !== undefined && given.ROOMPASS_METRICS_PORT !== 0) {
    const isSame = given.ROOMPASS_METRICS_PORT === (given.ROOMPASS_PORT ?? usualPort);
    if (isSame) yield { name: "ROOMPASS_METRICS_PORT", message: "is the same as ROOMPASS_PORT; give another one" };
  }
}
