/** Taken before an adapter is loaded, which could replace them. */
const { clearTimeout, setTimeout } = globalThis;

export const late = Symbol("late");

/** What comes of it, or `late`. What never comes back from a synchronous call cannot be stopped here. */
export async function inTime<Value>(
  act: () => Value | Promise<Value>,
  milliseconds: number,
): Promise<Value | typeof late> {
  return await new Promise<Value | typeof late>((resolve, reject) => {
    const timer = setTimeout(() => resolve(late), milliseconds);
    const done = (): void => clearTimeout(timer);
    (async () => await act())().then(
      (value) => {
        done();
        resolve(value);
      },
      (error) => {
        done();
        reject(error);
      },
    );
  });
}
