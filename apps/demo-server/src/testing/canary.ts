import { randomBytes } from "node:crypto";

export interface Canary {
  readonly name: string;
  readonly secret: string;
}

/** Secrets of this run alone, so that nothing else can look like them. */
export function makeCanary(name: string): Canary {
  return { name, secret: `TEST-ONLY-${name}-${randomBytes(16).toString("hex")}` };
}

/** The spellings in which a secret could show; each is long enough to be no accident. */
export function formsOf(secret: string): ReadonlyMap<string, string> {
  const bytes = Buffer.from(secret);
  const forms = new Map([
    ["plain", secret],
    ["url", encodeURIComponent(secret)],
    ["hex", bytes.toString("hex")],
    // The random half alone: what is cut off in front hides nothing.
    ["end", secret.slice(-24)],
    ["hex of the end", Buffer.from(secret.slice(-24)).toString("hex")],
  ]);
  for (const shift of [0, 1, 2]) {
    // Without the characters that are shared with what stands around it.
    const inside = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .slice(4, -4);
    forms.set(`base64 at ${shift}`, inside);
    forms.set(`base64url at ${shift}`, inside.replaceAll("+", "-").replaceAll("/", "_"));
  }
  return forms;
}

/** Where a secret shows, in whatever form: `canary (form) in place`. */
export function findCanaries(canaries: readonly Canary[], places: ReadonlyMap<string, string>): string[] {
  return canaries.flatMap(({ name, secret }) =>
    [...formsOf(secret)].flatMap(([form, text]) =>
      [...places].filter(([, content]) => content.includes(text)).map(([place]) => `${name} (${form}) in ${place}`),
    ),
  );
}
