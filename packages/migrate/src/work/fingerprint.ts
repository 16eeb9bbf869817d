import { createHash, createHmac } from "node:crypto";
import type { MigrationSetup } from "../setup.js";
import type { JobOptions } from "./job.js";

/** Whatever changes what comes out of the same line has to raise this, so that no run is resumed by another program. */
const format = 1;

/** JSON with the members of every object in one order. */
function canonical(values: readonly unknown[]): string {
  return JSON.stringify(values, (_name, member: unknown) => {
    if (typeof member === "function") return "[function]";
    if (typeof member !== "object" || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** The secret is the key and the salt the message: whoever reads the digest learns nothing of a key that is random. */
function ofSecret(secret: string, salt: string): string {
  return createHmac("sha256", secret).update(`roompass-migrate:${salt}`).digest("hex");
}

/**
 * What tells this run from every other. A function in the policy counts as "a function": two that do different things
 * look alike.
 */
export function fingerprintOf(setup: MigrationSetup, options: JobOptions): string {
  const { from, to, policy = {}, unverifiable = "refuse", secrets = [] } = setup;
  const account = ({ adapter, tenant, method }: MigrationSetup["from"]): unknown => [adapter.vendor, tenant, method];
  const content = canonical([
    format,
    account(from),
    account(to),
    policy,
    unverifiable,
    [options.now, options.report, options.lineBytes],
    secrets.map((secret) => ofSecret(secret, options.salt)),
  ]);
  return createHash("sha256").update(`${options.salt}:${content}`).digest("hex");
}
