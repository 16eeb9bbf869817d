import { describe, expect, it } from "vitest";
import { RoompassError } from "../errors/roompass-error.js";
import { type NarrowInput, readPolicy } from "./policy.js";

function errorOf(narrow: unknown): RoompassError | undefined {
  try {
    readPolicy({ narrow: narrow as NarrowInput });
  } catch (error) {
    if (RoompassError.isInstance(error)) return error;
    throw error;
  }
  return undefined;
}

describe("what `narrow` may hold", () => {
  it.each([
    ["purpose", { purpose: "participant" }],
    ["automation", { automation: {} }],
    ["start", { start: { camera: "off" } }],
    ["client", { client: {} }],
    ["extensions", { extensions: {} }],
    ["participant.name", { participant: { id: "u_1", name: "Alice" } }],
  ])("%s is refused: it would only look as if it had been narrowed", (path, narrow) => {
    expect(errorOf(narrow)).toMatchObject({ code: "translate.policy", path: `policy.narrow.${path}` });
  });

  it.each([
    [{ room: "standup", participant: { id: "u_1" }, expiresIn: "1h", stay: {}, entry: "ask", rights: {} }],
    [{ purpose: undefined, participant: { id: "u_1", name: undefined } }],
  ])("everything else passes: %j", (narrow) => {
    expect(errorOf(narrow)).toBeUndefined();
  });
});

it("suggests what was probably meant", () => {
  const cureOf = (policy: object): unknown => {
    try {
      readPolicy(policy);
    } catch (error) {
      return (error as RoompassError).cure;
    }
    return undefined;
  };
  expect(cureOf({ narow: {} })).toBe("Did you mean `narrow`?");
  expect(cureOf({ allowWidening: ["rights.modrate"] })).toBe("Did you mean `rights.moderate`?");
});
