/**
 * Whether somebody pasted a room's address in place of its name. Daily documents that a token takes the name and not the
 * URL; which characters a name may have is not documented, but what stands behind a `/` is another part of an address.
 */
export function isRoomAddress(name: string): boolean {
  return name.includes("/");
}
