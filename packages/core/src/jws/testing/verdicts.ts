import { createRequire } from "node:module";
import { createVerifier } from "fast-jwt";
import { jwtVerify } from "jose";
import { RoompassError } from "../../errors/roompass-error.js";
import { checkTimes, createKeyRing, importSecret, refuseFaulty } from "../index.js";
import { NOW, SECRET } from "./mint.js";
import { verifySigned } from "./verify-signed.js";

interface JsonWebTokenLibrary {
  sign(payload: object, secret: Uint8Array, options: object): string;
  verify(token: string, secret: Uint8Array, options: object): unknown;
}

/** jsonwebtoken ships no types. */
export const jsonwebtoken = createRequire(import.meta.url)("jsonwebtoken") as JsonWebTokenLibrary;

const ring = createKeyRing(importSecret(SECRET, { algorithm: "HS256" }));

/** Our verdict on a token: `A`, or the codes of every violation. */
export async function ourVerdict(token: string): Promise<string[] | "A"> {
  try {
    const { claims } = await verifySigned(token, { header: { algorithms: ["HS256"] }, keys: ring });
    refuseFaulty(checkTimes(claims, { now: NOW, clockToleranceSeconds: 0, allowNoExpiry: false }));
    return "A";
  } catch (error) {
    if (!RoompassError.isInstance(error)) throw error;
    return (error.details?.findings as string[] | undefined) ?? [error.code];
  }
}

async function verdict(attempt: () => unknown): Promise<"A" | "r"> {
  try {
    await attempt();
    return "A";
  } catch {
    return "r";
  }
}

/** What jose, jose with `requiredClaims: ["exp"]`, jsonwebtoken and fast-jwt say, as four letters: A(ccepted), r(efused). */
export async function peerVerdicts(token: string): Promise<string> {
  const algorithms = ["HS256"];
  const currentDate = new Date(NOW * 1000);
  const letters = [
    await verdict(() => jwtVerify(token, SECRET, { algorithms, currentDate })),
    await verdict(() => jwtVerify(token, SECRET, { algorithms, currentDate, requiredClaims: ["exp"] })),
    await verdict(() => jsonwebtoken.verify(token, Buffer.from(SECRET), { algorithms, clockTimestamp: NOW })),
    await verdict(() =>
      createVerifier({ key: Buffer.from(SECRET), algorithms: ["HS256"], clockTimestamp: NOW * 1000 })(token),
    ),
  ];
  return letters.join("");
}
