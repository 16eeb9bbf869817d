import { type CredentialName, secretNames } from "./credential-names.js";

export type CredentialValue = string | readonly string[];

const shortestSecret = 8;

/** The credentials of one call. Shown in no output: the values are private and have no text form. */
export class Credentials {
  readonly #values: ReadonlyMap<CredentialName, CredentialValue>;

  constructor(values: ReadonlyMap<CredentialName, CredentialValue>) {
    this.#values = values;
  }

  has(name: CredentialName): boolean {
    return this.#values.has(name);
  }

  missing(names: readonly CredentialName[]): CredentialName[] {
    return names.filter((name) => !this.#values.has(name));
  }

  /** The value, or the first of several. */
  one(name: CredentialName): string | undefined {
    const value = this.#values.get(name);
    return typeof value === "string" ? value : value?.[0];
  }

  all(name: CredentialName): CredentialValue | undefined {
    return this.#values.get(name);
  }

  /**
   * Replaces every secret in a text, as it is and as it looks in an address or in JSON. Nothing is known to print one;
   * this is for what a vendor answers, and for the mistakes of tomorrow.
   */
  scrub(text: string): string {
    let scrubbed = text;
    for (const secret of secretNames.flatMap((name) => this.#values.get(name) ?? [])) {
      // A shorter one is no secret, and might be part of any word.
      if (secret.length < shortestSecret) continue;
      for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
        scrubbed = scrubbed.replaceAll(form, "[secret]");
      }
    }
    return scrubbed;
  }

  toJSON(): string {
    return "[Credentials]";
  }
}
