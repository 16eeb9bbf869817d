import { describe, expect, it } from "vitest";
import type { Io } from "../io.js";
import { chunksOf } from "../testing/fake-io.js";
import { readPolicy } from "./policy.js";
import { readRoomMap } from "./room-map.js";
import { readVouch } from "./vouch.js";

const files: Readonly<Record<string, string>> = {
  "rooms.json": '{ "a": "b", "c": "d" }',
  "narrow.json": '{ "rights": { "record": false }, "expiresAt": 1800000000 }',
};
const io = { readFile: (path: string) => chunksOf(files[path]) } as unknown as Io;

describe("readPolicy", () => {
  it("is the safest without any option", async () => {
    expect(await readPolicy({}, io)).toEqual({});
  });

  it("reads every option", async () => {
    const policy = await readPolicy(
      {
        room: "a",
        roomMap: "a=b",
        expiresIn: "1h",
        participantId: "u_1",
        narrow: '{ "entry": "ask" }',
        vouch: "moderate,record",
        allowWidening: "rights.publish.camera, rights.visible",
        allowNoExpiry: true,
        assume: "nothing",
        strict: true,
        require: "rights.moderate",
        ignoreUnknown: "jti",
        sourceRoom: '{ "x": true }',
        targetRoom: '{ "y": 1 }',
      },
      io,
    );
    expect(policy).toEqual({
      narrow: { entry: "ask", room: "a", participant: { id: "u_1" }, expiresIn: "1h" },
      rooms: { map: { a: "b" }, source: { x: true }, target: { y: 1 } },
      vouch: { moderate: true, record: true },
      allowWidening: ["rights.publish.camera", "rights.visible"],
      allowNoExpiry: true,
      assume: "nothing",
      strict: true,
      require: ["rights.moderate"],
      ignoreUnknown: ["jti"],
    });
  });

  it("adds options to --narrow", async () => {
    expect(await readPolicy({ narrow: "narrow.json", room: "a", participantId: "u" }, io)).toEqual({
      narrow: { rights: { record: false }, expiresAt: 1_800_000_000, room: "a", participant: { id: "u" } },
    });
  });

  it.each([
    ["--room", { room: "a", narrow: '{ "room": "b" }' }],
    ["--participant-id", { participantId: "u", narrow: '{ "participant": { "name": "x" } }' }],
    ["--expires-in", { expiresIn: "90", narrow: "narrow.json" }],
    ["--expires-in", { expiresIn: "90", narrow: '{ "expiresIn": "1m" }' }],
  ])("does not choose between %s and the same in --narrow", async (option, options) => {
    await expect(readPolicy(options, io)).rejects.toMatchObject({ name: "CommandError", exitCode: 2, path: option });
  });

  it.each([
    ["--expires-in", { expiresIn: "tomorrow" }],
    ["--expires-in", { expiresIn: "1.5h" }],
    ["--expires-in", { expiresIn: "0" }],
    ["--expires-in", { expiresIn: "00m" }],
    ["--assume", { assume: "everything" }],
    ["--require", { require: "a,,b" }],
    ["--narrow", { narrow: "[1]" }],
    ["--source-room", { sourceRoom: "{]" }],
  ])("refuses a wrong %s", async (_option, options) => {
    await expect(readPolicy(options, io)).rejects.toMatchObject({ name: "CommandError", exitCode: 2 });
  });
});

describe("readRoomMap", () => {
  it.each([
    ["a=b,c=d", { a: "b", c: "d" }],
    ["rooms.json", { a: "b", c: "d" }],
    ["@rooms.json", { a: "b", c: "d" }],
    ['{ "a=b": "c" }', { "a=b": "c" }],
  ])("reads %s", async (value, expected) => {
    expect(await readRoomMap(value, io)).toEqual(expected);
  });

  it.each(["a=", "=b", "a=b=c", "a=b,a=c", '{ "a": 1 }', "missing.json"])("refuses %s", async (value) => {
    await expect(readRoomMap(value, io)).rejects.toMatchObject({ name: "CommandError", exitCode: 2 });
  });
});

describe("readVouch", () => {
  it.each([
    ["moderate", { moderate: true }],
    ["moderate.media,moderate.remove", { moderate: { media: true, remove: true } }],
    ["moderate.media,moderate", { moderate: true }],
    ["moderate,moderate.media", { moderate: true }],
    ["rights.admit, record", { admit: true, record: true }],
    ['{ "record": ["cloud"] }', { record: ["cloud"] }],
  ])("reads %s", (value, expected) => {
    expect(readVouch(value)).toEqual(expected);
  });

  it("names the right that was probably meant", () => {
    expect(() => readVouch("recrod")).toThrow(
      expect.objectContaining({ cure: expect.stringMatching(/Did you mean `record`/) }),
    );
    expect(() => readVouch("moderate.everything")).toThrow(/does not exist/);
  });
});
