import type { CredentialName } from "./credential-names.js";

export type CredentialValue = string | readonly string[];

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

  toJSON(): string {
    return "[Credentials]";
  }
}
