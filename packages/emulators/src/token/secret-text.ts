async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

/** A key that a caller has to know. How long a comparison takes says nothing about how much of a guess is right. */
export class SecretText {
  readonly #digest: Promise<Uint8Array>;

  constructor(text: string) {
    this.#digest = digest(text);
  }

  async matches(guess: string): Promise<boolean> {
    const [known, guessed] = await Promise.all([this.#digest, digest(guess)]);
    return known.reduce((difference, byte, index) => difference | (byte ^ (guessed[index] ?? 0)), 0) === 0;
  }
}

/** Whether one of the keys is meant. Every one is compared, whichever it is. */
export async function isOneOf(keys: readonly SecretText[], guess: string): Promise<boolean> {
  const found = await Promise.all(keys.map((key) => key.matches(guess)));
  return found.includes(true);
}
