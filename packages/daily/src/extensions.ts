import type { EncodeProblem, Grant } from "@roompass/core/adapter";
import { formatPath, isObject, type NearestName, nearestOfFirst } from "@roompass/core/kit";
import { isDailyLanguage, tagOfLanguage } from "./languages.js";
import type { DailyProperties } from "./properties.js";

type Check = (value: unknown) => boolean;

const isFlag: Check = (value) => typeof value === "boolean";

/** What the neutral model does not have, and what its values are. */
const ownProperties: ReadonlyMap<string, { readonly check: Check; readonly cure: string }> = new Map([
  ["enable_recording_ui", { check: isFlag, cure: "Give true or false." }],
  ["enable_prejoin_ui", { check: isFlag, cure: "Give true or false." }],
  ["enable_live_captions_ui", { check: isFlag, cure: "Give true or false." }],
  ["enable_terse_logging", { check: isFlag, cure: "Give true or false." }],
  [
    "start_cloud_recording_opts",
    { check: isObject, cure: "Give an object with the options of daily-js `startRecording()`." },
  ],
  ["lang", { check: isLanguageWithoutTag, cure: "Give `user` here, or a language tag in `client.language`." }],
]);

function isLanguageWithoutTag(value: unknown): boolean {
  return isDailyLanguage(value) && tagOfLanguage(value) === undefined;
}

/** The neutral field that already has what a property says. */
const modelledProperties: ReadonlyMap<string, string> = new Map([
  ["room_name", "room"],
  ["nbf", "notBefore"],
  ["exp", "expiresAt"],
  ["eject_at_token_exp", "stay.endsAtExpiry"],
  ["eject_after_elapsed", "stay.maxSeconds"],
  ["is_owner", "rights"],
  ["user_name", "participant.name"],
  ["user_id", "participant.id"],
  ["enable_screenshare", "rights.publish.screen"],
  ["start_video_off", "start.camera"],
  ["start_audio_off", "start.microphone"],
  ["enable_recording", "rights.record"],
  ["start_cloud_recording", "automation.record"],
  ["auto_start_transcription", "automation.transcribe"],
  ["knocking", "entry"],
  ["close_tab_on_exit", "client.closeTabOnExit"],
  ["redirect_on_meeting_exit", "client.redirectUrl"],
  ["permissions", "rights"],
  ["permissions.canReceive", "rights.subscribe"],
]);

/** What the provider writes, and what nobody should write. */
const refusedProperties: ReadonlyMap<string, string> = new Map([
  ["domain_id", "Leave it out: the provider writes the domain that it is configured for."],
  ["iat", "Leave it out: the provider writes the time of issue."],
  ["intercom_join_alert", "Leave it out: nobody documents what it does."],
  ["meeting_join_hook", "Leave it out: nobody documents what it does in a token."],
]);

const suggested = [...ownProperties.keys(), ...modelledProperties.keys()];

function suggestion(name: string, nearest: NearestName): string {
  const near = nearest(name, suggested);
  if (near === undefined) return `Daily's own properties are: ${[...ownProperties.keys()].join(", ")}.`;
  const neutral = modelledProperties.get(near);
  return neutral === undefined ? `Did you mean \`${near}\`?` : `Use the neutral field \`${neutral}\`.`;
}

function checkExtension(name: string, value: unknown, nearest: NearestName): EncodeProblem | undefined {
  const own = ownProperties.get(name);
  const path = `extensions.daily.${name}`;
  if (own?.check(value) === true) return undefined;
  if (own !== undefined && !(name === "lang" && isDailyLanguage(value))) {
    return {
      path,
      code: "grant.invalid",
      message: `\`${name}\` has a value that Daily does not document.`,
      cure: own.cure,
    };
  }
  const neutral = name === "lang" ? "client.language" : modelledProperties.get(name);
  if (neutral !== undefined) {
    return {
      path,
      code: "grant.modelled-extension",
      message: `\`${name}\` has a neutral name.`,
      cure: `Use \`${neutral}\`.`,
    };
  }
  const refused = refusedProperties.get(name);
  if (refused !== undefined) {
    return { path, code: "grant.unsupported", message: `\`${name}\` is not for grants.`, cure: refused };
  }
  return {
    // A name from outside may hold anything; a path ends up in logs.
    path: formatPath("extensions.daily", [name]),
    code: "grant.unknown-field",
    message: "Daily has no such property.",
    cure: suggestion(name, nearest),
  };
}

/** Reads `extensions.daily`: what is taken, and what is wrong with the rest. */
export function readExtensions(grant: Grant): {
  readonly properties: Partial<DailyProperties>;
  readonly problems: readonly EncodeProblem[];
} {
  const extensions = grant.extensions?.["daily"];
  const properties: Record<string, unknown> = {};
  const problems: EncodeProblem[] = [];
  const nearest = nearestOfFirst();
  for (const [name, value] of Object.entries(extensions ?? {})) {
    const problem = checkExtension(name, value, nearest);
    if (problem === undefined) properties[name] = value;
    else problems.push(problem);
  }
  return { properties, problems };
}
