import { longestCredentialsBytes, readTextFile } from "../input/read-text.js";
import type { Io } from "../io.js";
import { type CredentialName, credentialNames } from "./credential-names.js";
import { Credentials, type CredentialValue } from "./credentials.js";
import { readCredentialsFile } from "./credentials-file.js";

function environmentValues(env: Io["env"]): Map<CredentialName, CredentialValue> {
  const values = new Map<CredentialName, CredentialValue>();
  for (const name of credentialNames) {
    const value = env[name];
    if (value !== undefined && value !== "") values.set(name, value);
  }
  return values;
}

/** The credentials of the environment, which are there whether a command asks for them or not. */
export function environmentCredentials(env: Io["env"]): Credentials {
  return new Credentials(environmentValues(env));
}

/**
 * Collects the credentials: from the file, where one is given, and from the environment for what the file does not have.
 * There is no third way. An argument would be seen by every user of the machine and kept in the shell's history.
 */
export async function readCredentials(file: string | undefined, io: Io): Promise<Credentials> {
  const values = environmentValues(io.env);
  if (file !== undefined) {
    const text = await readTextFile(file, "with `--credentials`", longestCredentialsBytes, io);
    for (const [name, value] of readCredentialsFile(text)) values.set(name, value);
  }
  return new Credentials(values);
}
