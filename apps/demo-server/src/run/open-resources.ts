/** Things that were opened, closed in the opposite order, each whatever becomes of the others. */
export class OpenResources {
  readonly #closing: (() => void | Promise<void>)[] = [];

  /** Notes how to close what was just opened, and hands it on. */
  add<Resource extends { close(): void | Promise<void> }>(resource: Resource): Resource {
    this.#closing.push(() => resource.close());
    return resource;
  }

  async close(): Promise<void> {
    for (const close of this.#closing.splice(0).reverse()) {
      try {
        await close();
      } catch {
        // Nothing that is left open outlives the process.
      }
    }
  }
}
