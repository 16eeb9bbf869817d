import { describe, expect, it } from "vitest";
import { safeParseGrant } from "./parse-grant.js";
import { fieldPaths, rightPaths } from "./right-path.js";

const now = 1_800_000_000;
const describing = /^(start|automation|client|participant\.(?!id))/;

/** A grant in which one member is there and undefined. */
function problemsWith(path: string): readonly string[] {
  const names = path.split(".");
  const inner = names.reduceRight<unknown>((value, name) => ({ [name]: value }), undefined) as object;
  const result = safeParseGrant({ room: "standup", expiresIn: "1h", ...inner }, { now });
  return result.ok ? [] : result.issues.map((issue) => `${issue.code} ${issue.path}`);
}

describe("a member that is there and undefined", () => {
  const paths = [...fieldPaths, ...rightPaths, "stay", "rights", "rights.publish", "rights.moderate", "participant"];

  it.each(paths.filter((path) => !describing.test(path)))("is refused where it may restrict: %s", (path) => {
    expect(problemsWith(path)).toEqual([`grant.missing ${path}`]);
  });

  it.each(paths.filter((path) => describing.test(path)))("says nothing where it describes: %s", (path) => {
    expect(problemsWith(path)).toEqual([]);
  });

  it.each([
    ["rights.subscribe", { base: true, byParticipantId: undefined }, "rights.subscribe.byParticipantId"],
    ["rights.subscribe", { base: true, byParticipantId: { ann: undefined } }, "rights.subscribe.byParticipantId[0]"],
    ["rights.subscribe", { base: { camera: undefined } }, "rights.subscribe.base.camera"],
    ["rights.subscribe", { base: undefined }, "rights.subscribe.base"],
  ])("is refused inside %s: %j", (_path, subscribe, place) => {
    const result = safeParseGrant({ room: "standup", expiresIn: "1h", rights: { subscribe } }, { now });
    expect(result.ok ? [] : result.issues).toMatchObject([{ code: "grant.missing", path: place }]);
  });
});
