import { describe, expect, it } from "vitest";
import { livekit } from "./adapter.js";
import { guestClaims } from "./testing/provider.js";

const confidenceOf = (claims: Record<string, unknown>): string | undefined =>
  livekit.recognize({ header: { alg: "HS256" }, claims })?.confidence;

describe("recognize", () => {
  it.each<[string, Record<string, unknown>, string | undefined]>([
    ["a participant", guestClaims(), "certain"],
    ["a server", { iss: "key", video: { roomCreate: true } }, "certain"],
    ["a switch that is off", { iss: "key", video: { roomJoin: false } }, "certain"],
    ["without an issuer", { video: { roomJoin: true } }, "likely"],
    ["an issuer that is no text", { iss: 7, video: { roomJoin: true } }, "likely"],
    ["permissions alone", { iss: "key", video: { canPublish: true } }, "likely"],
    ["a switch that is a text", { iss: "key", video: { roomJoin: "true" } }, "likely"],
    ["another claim named video", { iss: "key", video: { quality: "high" } }, undefined],
    ["a video that is a text", { iss: "key", video: "roomJoin" }, undefined],
    ["LiveKit's form of a key", { iss: "APIMmxiL8rquKztZEoZJV9Fb", sub: "u_1" }, "possible"],
    ["something like it", { iss: "API" }, undefined],
    ["Twilio's grants", { iss: "SK1", grants: { video: { room: "a" } } }, undefined],
    ["a video in the prototype", Object.create({ video: { roomJoin: true }, iss: "key" }), undefined],
  ])("%s", (_, claims, confidence) => {
    expect(confidenceOf(claims)).toBe(confidence);
  });

  it("says why", () => {
    const reason = livekit.recognize({ header: {}, claims: guestClaims() })?.reason;
    expect(reason).toBe("It has `video.roomJoin`, which only LiveKit's tokens have.");
  });
});
