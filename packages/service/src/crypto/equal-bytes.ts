/**
 * Compares two digests in a time that depends on their length only. Meant for digests: what is compared byte by byte here
 * is not what an attacker chooses, but its SHA-256.
 */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (let index = 0; index < left.length; index += 1) {
    difference |= (left[index] as number) ^ (right[index] as number);
  }
  return difference === 0;
}
