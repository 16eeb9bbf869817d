import { readWord } from "./fields.js";
import type { AutomatedCapture, Automation, CaptureMode, CaptureRight } from "./grant.js";
import type { IssueList } from "./issues.js";
import { captureModes } from "./kinds.js";
import { objectShape, readMembers, readObject } from "./object-input.js";
import { readWordSet } from "./word-set.js";

/** A capture right: a boolean, or some of the modes; all four modes are `true`. */
export function readCapture(value: unknown, path: string, issues: IssueList): CaptureRight | undefined {
  if (typeof value === "boolean") return value;
  if (!Array.isArray(value)) {
    issues.addWrongType(path, "true, false or a list of modes", value, `Give true, false, or some of ${modeList}.`);
    return undefined;
  }
  if (value.length === 0) {
    issues.add(
      "grant.invalid",
      path,
      "is an empty list",
      "Give false to deny it, or leave it out to make no statement.",
    );
    return undefined;
  }
  const modes = readWordSet(value, path, captureModes, issues);
  return modes?.length === captureModes.length ? true : modes;
}

const modeList = captureModes.map((mode) => `"${mode}"`).join(", ");

const automatedCaptureShape = objectShape<AutomatedCapture>("automation.record", { mode: readMode });
const automationShape = objectShape<Automation>(
  "automation",
  {
    record: readAutomatedCapture,
    transcribe: readAutomatedCapture,
  },
  ["record", "transcribe"],
);

/** What starts by itself when this participant joins. */
export function readAutomation(value: unknown, _path: string, issues: IssueList): Automation | undefined {
  return readObject(value, automationShape, issues);
}

function readAutomatedCapture(value: unknown, path: string, issues: IssueList): AutomatedCapture | undefined {
  if (value === true) return {};
  if (value === false) {
    const cure = "Leave it out: no token can promise that nothing starts by itself.";
    issues.add("grant.invalid", path, "cannot be false", cure);
    return undefined;
  }
  return readMembers(value, automatedCaptureShape, issues, path);
}

function readMode(value: unknown, path: string, issues: IssueList): CaptureMode | undefined {
  return readWord(value, path, captureModes, issues);
}
