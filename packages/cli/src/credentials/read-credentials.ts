import { readTextFile } from "../input/read-text.js";
import type { Io } from "../io.js";
import { type CredentialName, credentialNames } from "./credential-names.js";
import { Credentials, type CredentialValue } from "./credentials.js";
import { readCredentialsFile } from "./credentials-file.js";

/**
 * Collects the credentials: from the file, where one is given, and from the environment for what the file does not have.
 * There is no third way. An argument would be seen by every user of the machine and kept in the shell's history.
 */
export async function readCredentials(file: string | undefined, io: Io): Promise<Credentials> {
  const values = new Map<CredentialName, CredentialValue>();
  for (const name of credentialNames) {
    const value = io.env[name];
    if (value !== undefined && value !== "") values.set(name, value);
  }
  if (file !== undefined) {
    const text = await readTextFile(file, "with `--credentials`", io);
    for (const [name, value] of readCredentialsFile(text)) values.set(name, value);
  }
  return new Credentials(values);
}
