/** What an adapter throws while cases are listed belongs to the case that needs it, and is thrown once more when it runs. */
export function deferred<Value>(make: () => Value): () => Value {
  try {
    const value = make();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** Whether it was made and is nothing; what throws is something to examine. */
export function isNothing(made: () => unknown): boolean {
  try {
    return made() === undefined;
  } catch {
    return false;
  }
}
