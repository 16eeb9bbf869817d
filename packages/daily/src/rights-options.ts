import type { RightPath } from "@roompass/core/adapter";
import type { Option } from "@roompass/core/kit";
import { adminRoles, type DailyAdminRole, type DailySendMedia } from "./media-codes.js";
import type { DailyPermissions } from "./properties.js";
import { adminReadings, publishReadings, type Readings } from "./readings.js";

/** Two ways of one switch, the lesser first; `choice` is the switch's bit in the index of a table below. */
export type SwitchOptions = readonly [Option<number>, Option<number>];

function switchOptions(bit: number, off: Readings, on: Readings): SwitchOptions {
  return [
    { choice: 0, readings: off },
    { choice: bit, readings: on },
  ];
}

/** What `permissions.canSend` and `enable_screenshare` are together: the screen has both switches. */
export interface PublishChoice {
  readonly canSend?: NonNullable<DailyPermissions["canSend"]>;
  readonly enable_screenshare?: boolean;
}

export function publishOption(choice: PublishChoice): Option<PublishChoice> {
  return { choice, readings: publishReadings(choice) };
}

/** The ways that leave `canSend` unsaid, quietest first; they are also the ways that an owner has. */
export const quietPublishOptions = [
  publishOption({}),
  publishOption({ enable_screenshare: false }),
  publishOption({ enable_screenshare: true }),
] as const;

interface PublishSwitch {
  readonly path: RightPath;
  readonly media: readonly DailySendMedia[];
}

const publishSwitches: readonly PublishSwitch[] = [
  { path: "rights.publish.camera", media: ["video"] },
  { path: "rights.publish.microphone", media: ["audio"] },
  { path: "rights.publish.screen", media: ["screenVideo"] },
  { path: "rights.publish.screenAudio", media: ["screenAudio"] },
  { path: "rights.publish.custom", media: ["customVideo", "customAudio"] },
];

export const publishSwitchOptions: readonly SwitchOptions[] = publishSwitches.map(({ path }, index) =>
  switchOptions(1 << index, { [path]: "deny" }, { [path]: "allow" }),
);

/**
 * The canonical `canSend` for every combination. The older switch for the screen says the same as the list: which of the
 * two wins is not documented, and a room without screen sharing would otherwise withhold what was asked for. For the
 * screen's sound alone it has no word that would not be set against the list.
 */
function explicitPublish(index: number): PublishChoice {
  const given = publishSwitches.filter((_, bit) => (index & (1 << bit)) !== 0);
  const canSend =
    given.length === 0 ? false : given.length === publishSwitches.length || given.flatMap(({ media }) => media);
  const gives = (path: RightPath) => given.some((option) => option.path === path);
  if (gives("rights.publish.screen")) return { canSend, enable_screenshare: true };
  return gives("rights.publish.screenAudio") ? { canSend } : { canSend, enable_screenshare: false };
}

/** By the sum of the bits of what is allowed. */
export const explicitPublishOptions: readonly Option<PublishChoice>[] = Array.from(
  { length: 1 << publishSwitches.length },
  (_, index) => publishOption(explicitPublish(index)),
);

/** What `permissions.canAdmin` and `is_owner` are together. */
export interface AdminChoice {
  readonly canAdmin?: NonNullable<DailyPermissions["canAdmin"]>;
  readonly is_owner?: true;
}

export function adminOption(choice: AdminChoice): Option<AdminChoice> {
  return { choice, readings: adminReadings(choice.canAdmin, choice.is_owner === true) };
}

export const silentAdminOption: Option<AdminChoice> = adminOption({});

/** Owners are never given permissions beside the flag: nobody documents what those would do. */
export const ownerOption: Option<AdminChoice> = adminOption({ is_owner: true });

/** The rights that each role decides by itself. */
const roleRights: Readonly<Record<DailyAdminRole, readonly RightPath[]>> = {
  participants: ["rights.moderate.media", "rights.moderate.remove", "rights.moderate.permissions", "rights.admit"],
  streaming: ["rights.livestream"],
  transcription: ["rights.transcribe"],
};

function only(readings: Readings, paths: readonly RightPath[]): Readings {
  return Object.fromEntries(paths.map((path) => [path, readings[path]]));
}

export const adminSwitchOptions: Readonly<Record<DailyAdminRole, SwitchOptions>> = {
  participants: roleSwitch("participants"),
  streaming: roleSwitch("streaming"),
  transcription: roleSwitch("transcription"),
};

function roleSwitch(role: DailyAdminRole): SwitchOptions {
  const paths = roleRights[role];
  return switchOptions(
    1 << adminRoles.indexOf(role),
    only(adminReadings(false, false), paths),
    only(adminReadings([role], false), paths),
  );
}

function explicitAdmin(index: number): AdminChoice {
  const roles = adminRoles.filter((_, bit) => (index & (1 << bit)) !== 0);
  return { canAdmin: roles.length === 0 ? false : roles.length === adminRoles.length || roles };
}

/** By the sum of the bits of the roles. */
export const explicitAdminOptions: readonly Option<AdminChoice>[] = Array.from(
  { length: 1 << adminRoles.length },
  (_, index) => adminOption(explicitAdmin(index)),
);

/**
 * What this package would write for the same readings, or `undefined` where they have no canonical form (only one of
 * the two custom media is listed).
 */
export function canonicalPublish(
  canSend: PublishChoice["canSend"],
  screenshare: boolean | undefined,
): PublishChoice | undefined {
  const readings = publishReadings({ canSend, enable_screenshare: screenshare });
  if (readings["rights.publish.custom"] === "possible") return undefined;
  let index = 0;
  publishSwitches.forEach(({ path }, bit) => {
    if ((readings as Readings)[path] === "allow") index |= 1 << bit;
  });
  return explicitPublishOptions[index]?.choice;
}

/** What this package would write for the same roles. */
export function canonicalCanAdmin(canAdmin: NonNullable<DailyPermissions["canAdmin"]>): DailyPermissions["canAdmin"] {
  if (typeof canAdmin === "boolean") return canAdmin;
  const index = adminRoles.reduce((sum, role, bit) => (canAdmin.includes(role) ? sum | (1 << bit) : sum), 0);
  return explicitAdminOptions[index]?.choice.canAdmin;
}
