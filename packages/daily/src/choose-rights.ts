import type { CaptureMode, Ceiling, StatedReading } from "@roompass/core/adapter";
import {
  blockedBy,
  chooseOption,
  type Draft,
  isObject,
  type Option,
  rememberChoice,
  sameValue,
} from "@roompass/core/kit";
import { defaults } from "./defaults.js";
import { asCanAdmin, asCanReceive, asCanSend } from "./permission-forms.js";
import type { DailyCanReceive, DailyPermissions, DailyProperties } from "./properties.js";
import { presenceReading } from "./readings.js";
import { asRecording, modesOfRecording, recordingOfModes } from "./recording.js";
import {
  type AdminChoice,
  adminOption,
  adminSwitchOptions,
  explicitAdminOptions,
  explicitPublishOptions,
  ownerOption,
  type PublishChoice,
  publishOption,
  publishSwitchOptions,
  quietPublishOptions,
  silentAdminOption,
} from "./rights-options.js";
import { customWords, screenWords } from "./statements.js";
import { readReception, writeReception } from "./subscribe.js";

type Options<Choice> = readonly [Option<Choice>, ...Option<Choice>[]];

/** The switches and roles that were chosen. */
export interface ChosenRights {
  readonly permissions: DailyPermissions;
  readonly is_owner?: true;
  readonly enable_screenshare?: boolean;
  readonly enable_recording?: NonNullable<DailyProperties["enable_recording"]>;
  /** The ceiling denies recording, and no token of Daily can. */
  readonly isRecordingUndeniable: boolean;
}

type Residue = Readonly<Record<string, unknown>>;

interface Spellings {
  /** The token listed what is sent and left `enable_screenshare` to the room: turned on, it would give what a room denies. */
  readonly isScreenLeftToRoom?: true;
  readonly publish?: Option<PublishChoice>;
  readonly canAdmin?: Option<AdminChoice>;
  readonly canReceive?: DailyCanReceive;
}

/** What may mean several things stays as it is spelled only as long as the source is to say exactly that. */
function isSaid({ choice, readings }: Option<PublishChoice>, { statements = {} }: Ceiling): boolean {
  const custom = "rights.publish.custom";
  if (readings[custom] === "possible" && !sameValue(statements[custom], customWords(choice.canSend))) return false;
  return (["rights.publish.screen", "rights.publish.screenAudio"] as const).every(
    (path) => readings[path] !== "deny, liftable" || sameValue(statements[path], screenWords(path, choice, {})),
  );
}

/** The spellings that a token of Daily had for its rights: taken before this package's own where they say the same. */
function readSpellings(residue: Residue, ceiling: Ceiling): Spellings {
  const kept = isObject(residue["permissions"]) ? residue["permissions"] : {};
  const canSend = asCanSend(kept["canSend"]);
  const screenshare = residue["enable_screenshare"];
  const canAdmin = asCanAdmin(kept["canAdmin"]);
  const canReceive = asCanReceive(residue["permissions.canReceive"]) ?? asCanReceive(kept["canReceive"]);
  const spellings: Draft<Spellings> = {};
  if (canSend !== undefined) {
    const option = publishOption(
      typeof screenshare === "boolean" ? { canSend, enable_screenshare: screenshare } : { canSend },
    );
    if (isSaid(option, ceiling)) spellings.publish = option;
    if (screenshare === undefined) spellings.isScreenLeftToRoom = true;
  }
  if (canAdmin !== undefined) spellings.canAdmin = adminOption({ canAdmin });
  if (canReceive !== undefined) spellings.canReceive = canReceive;
  return spellings;
}

/** The options with the kept spelling in front: among equals the first wins. */
function withSpelling<Choice>(spelling: Option<Choice> | undefined, options: Options<Choice>): Options<Choice> {
  return spelling === undefined ? options : [spelling, ...options];
}

const quietWithoutScreen = [quietPublishOptions[0], quietPublishOptions[1]] as const;

function withoutScreenshare(option: Option<PublishChoice>): Option<PublishChoice> {
  const { enable_screenshare: screenshare, ...choice } = option.choice;
  return screenshare === true ? publishOption(choice) : option;
}

function explicitPublish(ceiling: Ceiling): Option<PublishChoice> {
  let index = 0;
  for (const options of publishSwitchOptions) index |= chooseOption(ceiling, options).choice;
  return explicitPublishOptions[index] ?? quietPublishOptions[0];
}

/** Daily's live streams and transcriptions have no modes, so that a right to some of them cannot be given. */
function hasModes(ceiling: Ceiling, path: "rights.livestream" | "rights.transcribe"): boolean {
  return ceiling.modes?.[path] !== undefined;
}

function explicitAdmin(ceiling: Ceiling): Option<AdminChoice> {
  let index = chooseOption(ceiling, adminSwitchOptions.participants).choice;
  if (!hasModes(ceiling, "rights.livestream")) index |= chooseOption(ceiling, adminSwitchOptions.streaming).choice;
  if (!hasModes(ceiling, "rights.transcribe")) index |= chooseOption(ceiling, adminSwitchOptions.transcription).choice;
  return explicitAdminOptions[index] ?? silentAdminOption;
}

function receptionOption(canReceive: DailyCanReceive | undefined): Option<DailyCanReceive | undefined> {
  return { choice: canReceive, readings: { "rights.subscribe": readReception(canReceive).reading } };
}

const silentReception = receptionOption(undefined);
const fullReception = receptionOption({ base: true });
const noReception = receptionOption({ base: false });

/** What a spelling says beyond the neutral words stays only as long as the source is to say exactly that. */
function isWithin(spelling: DailyCanReceive, { subscribeSelection, statements }: Ceiling): boolean {
  const { selection, isExact } = readReception(spelling);
  return sameValue(selection, subscribeSelection) && (isExact || sameValue(statements?.["rights.subscribe"], spelling));
}

function receptionOptions(
  ceiling: Ceiling,
  spelling: DailyCanReceive | undefined,
): Options<DailyCanReceive | undefined> {
  const selection = ceiling.subscribeSelection;
  const kept = spelling !== undefined && isWithin(spelling, ceiling) ? receptionOption(spelling) : undefined;
  // Beside a selection neither silence nor everything is an option: either would give what the selection denies.
  if (selection !== undefined)
    return withSpelling(kept, [{ choice: writeReception(selection), readings: fullReception.readings }, noReception]);
  return withSpelling(kept, [silentReception, fullReception, noReception]);
}

function presenceOption(hasPresence: boolean | undefined): Option<boolean | undefined> {
  return { choice: hasPresence, readings: { "rights.visible": presenceReading(hasPresence) } };
}

const silentPresence = presenceOption(undefined);
const presenceOptions: Options<boolean | undefined> = [silentPresence, presenceOption(true), presenceOption(false)];

function recordOption(choice: boolean, reading: StatedReading): Option<boolean> {
  return { choice, readings: { "rights.record": reading } };
}

const silentRecord = recordOption(false, defaults.enable_recording.value);
const nothing: Ceiling["allowWidening"] = new Set();
const recordOptions: Options<boolean> = [silentRecord, recordOption(true, "allow")];

/**
 * Only a request can hold several ways of recording: a moved token that is going to be signed leaves them to the room.
 * Where even silence may give more than the ceiling, as it does against a denial, nothing is said on top of it.
 */
function recordChoices(
  ceiling: Ceiling,
  modes: readonly CaptureMode[] | undefined,
  method: "sign" | "request" | undefined,
): Options<boolean> {
  const isHeld = method !== "sign" || ceiling.purpose === "issue" || modes?.length === 1;
  return isHeld && blockedBy({ ...ceiling, allowWidening: nothing }, silentRecord).length === 0
    ? recordOptions
    : [silentRecord];
}

type Method = "sign" | "request" | undefined;

const anyMethod = "any";
const nothingKept: Residue = Object.freeze({});
const chooseAnew = rememberChoice((ceiling, method) =>
  choose(ceiling, nothingKept, method === anyMethod ? undefined : (method as Method)),
);

/** Chooses Daily's switches and roles for a ceiling. */
export function chooseRights(ceiling: Ceiling, residue: Residue, method: Method): ChosenRights {
  return Object.keys(residue).length === 0
    ? chooseAnew(ceiling, method ?? anyMethod)
    : choose(ceiling, residue, method);
}

function choose(ceiling: Ceiling, residue: Residue, method: Method): ChosenRights {
  const spellings = readSpellings(residue, ceiling);
  const isLeft = spellings.isScreenLeftToRoom === true;
  const quiet = isLeft ? quietWithoutScreen : quietPublishOptions;
  const explicit = isLeft ? withoutScreenshare(explicitPublish(ceiling)) : explicitPublish(ceiling);
  const publish = chooseOption(ceiling, withSpelling(spellings.publish, [...quiet, explicit]));
  const reception = chooseOption(ceiling, receptionOptions(ceiling, spellings.canReceive));
  const presence = chooseOption(ceiling, presenceOptions);
  const admin = chooseOption(ceiling, withSpelling(spellings.canAdmin, [silentAdminOption, explicitAdmin(ceiling)]));
  const modes = ceiling.modes?.["rights.record"];
  const record = chooseOption(ceiling, recordChoices(ceiling, modes, method));
  const owner = chooseOwner(ceiling, quiet, [publish, reception, presence, admin]);
  const chosen: Draft<ChosenRights> = {
    permissions:
      owner === undefined
        ? permissionsOf(presence.choice, publish.choice.canSend, reception.choice, admin.choice.canAdmin)
        : {},
    isRecordingUndeniable: blockedBy(ceiling, record).length > 0,
  };
  if (owner !== undefined) chosen.is_owner = true;
  const screenshare = (owner ?? publish).choice.enable_screenshare;
  if (screenshare !== undefined) chosen.enable_screenshare = screenshare;
  // Only a request can hold a list, of one way, too: signed, one way is written as text.
  if (record.choice) chosen.enable_recording = spellRecording(modes, method === "sign" ? nothingKept : residue);
  return chosen;
}

function permissionsOf(
  hasPresence: DailyPermissions["hasPresence"],
  canSend: DailyPermissions["canSend"],
  canReceive: DailyPermissions["canReceive"],
  canAdmin: DailyPermissions["canAdmin"],
): DailyPermissions {
  const permissions: Draft<DailyPermissions> = {};
  if (hasPresence !== undefined) permissions.hasPresence = hasPresence;
  if (canSend !== undefined) permissions.canSend = canSend;
  if (canReceive !== undefined) permissions.canReceive = canReceive;
  if (canAdmin !== undefined) permissions.canAdmin = canAdmin;
  return permissions;
}

/** The owner flag, where it stays under the ceiling and keeps more than a plain participant with permissions would. */
function chooseOwner(
  ceiling: Ceiling,
  quiet: Options<PublishChoice>,
  parts: readonly Option<unknown>[],
): Option<PublishChoice> | undefined {
  const isLimited =
    ceiling.subscribeSelection !== undefined ||
    hasModes(ceiling, "rights.livestream") ||
    hasModes(ceiling, "rights.transcribe");
  if (isLimited || blockedBy(ceiling, ownerOption).length > 0) return undefined;
  const publish = chooseOption(ceiling, quiet);
  const owner = joined(publish.choice, [publish, silentReception, silentPresence, ownerOption]);
  if (blockedBy(ceiling, owner).length > 0) return undefined;
  return chooseOption<unknown>(ceiling, [joined(undefined, parts), owner]) === owner ? owner : undefined;
}

/** Several switches as one option; each right belongs to one of them. */
function joined<Choice>(choice: Choice, parts: readonly Option<unknown>[]): Option<Choice> {
  return { choice, readings: Object.fromEntries(parts.flatMap(({ readings }) => Object.entries(readings))) };
}

function spellRecording(
  modes: readonly CaptureMode[] | undefined,
  residue: Residue,
): NonNullable<DailyProperties["enable_recording"]> {
  const canonical = recordingOfModes(modes);
  const kept = asRecording(residue["enable_recording"]);
  return kept !== undefined && sameValue(recordingOfModes(modesOfRecording(kept)), canonical) ? kept : canonical;
}
