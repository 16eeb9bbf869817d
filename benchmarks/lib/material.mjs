// What is issued, read and moved: one meeting of a Daily-sized payload. The secret is made here and used nowhere else.
import { createDaily } from "@roompass/daily";
import { createLiveKit } from "@roompass/livekit";

export const secret = "TEST-ONLY-benchmark-secret-0123456789abcdef";
export const now = 1_800_000_000;
const clock = () => now;

export const daily = createDaily({ domainId: "3f2a9c70-1d4b-4a8e-9f10-6b7c2d8e5a41", apiKey: secret, clock });
export const livekit = createLiveKit({ apiKey: "TEST-ONLY-key", apiSecret: secret, clock });

/** A guest of a meeting: nine claims at Daily. A new object each time, as a request has it. */
export const grantOf = (index) => ({
  room: "2kyv-gzay-64pg",
  participant: { id: `participant-${index % 1000}`, name: "Ada Lovelace" },
  expiresAt: now + 3600,
  start: { camera: "off" },
  rights: {
    publish: { camera: true, microphone: true, screen: false, screenAudio: false, custom: false },
    moderate: false,
    admit: false,
    livestream: false,
    transcribe: false,
  },
});
