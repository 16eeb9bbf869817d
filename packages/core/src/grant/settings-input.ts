import { readBoolean, readWord } from "./fields.js";
import type { ClientHints, Entry, Start, Stay } from "./grant.js";
import type { IssueList } from "./issues.js";
import { objectShape, readObject } from "./object-input.js";
import { readAddress, readLanguage } from "./text-input.js";

const entries: readonly Entry[] = ["ask", "direct"];
const switches: readonly ("on" | "off")[] = ["on", "off"];

const stayShape = objectShape<Stay>("stay", { endsAtExpiry: readBoolean, maxSeconds: readStaySeconds });
const startShape = objectShape<Start>("start", { camera: readSwitch, microphone: readSwitch }, [
  "camera",
  "microphone",
]);
const clientShape = objectShape<ClientHints>(
  "client",
  {
    language: readLanguage,
    redirectUrl: readAddress,
    closeTabOnExit: readBoolean,
  },
  ["language", "redirectUrl", "closeTabOnExit"],
);

/** How long somebody may remain once inside. */
export function readStay(value: unknown, _path: string, issues: IssueList): Stay | undefined {
  return readObject(value, stayShape, issues);
}

/** How the client starts. */
export function readStart(value: unknown, _path: string, issues: IssueList): Start | undefined {
  return readObject(value, startShape, issues);
}

/** Hints to the vendor's prebuilt client. */
export function readClient(value: unknown, _path: string, issues: IssueList): ClientHints | undefined {
  return readObject(value, clientShape, issues);
}

/** Walks in, or asks. */
export function readEntry(value: unknown, path: string, issues: IssueList): Entry | undefined {
  return readWord(value, path, entries, issues);
}

function readSwitch(value: unknown, path: string, issues: IssueList): "on" | "off" | undefined {
  return readWord(value, path, switches, issues);
}

function readStaySeconds(value: unknown, path: string, issues: IssueList): number | undefined {
  if (typeof value === "number" && Number.isSafeInteger(value) && value > 0) return value;
  const cure = "Give a positive integer of seconds, or leave it out for no limit.";
  if (typeof value === "number") issues.add("grant.invalid", path, "is not a positive integer", cure);
  else issues.addWrongType(path, "a number of seconds", value, cure);
  return undefined;
}
