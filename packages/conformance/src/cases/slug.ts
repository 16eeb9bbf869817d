/** `participant.avatarUrl` as a part of an id. */
export const slug = (path: string): string =>
  path.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^rights\./, "");
