/** Why the server did not start, with what to do. Nothing secret in it. */
export class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "StartError";
  }
}
