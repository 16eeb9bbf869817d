/**
 * Runs something while clock, chance, network and environment are watched, and tells what was touched. Everything is put
 * back afterwards, also when it throws.
 */
export async function watched<Value>(
  act: () => Value | Promise<Value>,
): Promise<{ readonly value: Value; readonly touched: readonly string[] }> {
  const touched = new Set<string>();
  const undo: (() => void)[] = [];
  const replace = (owner: object, name: string, value: unknown): void => {
    const before = Object.getOwnPropertyDescriptor(owner, name);
    if (before !== undefined && before.configurable !== true) return;
    Object.defineProperty(owner, name, {
      value,
      configurable: true,
      writable: true,
      enumerable: before?.enumerable === true,
    });
    undo.push(() => {
      // What an object inherits is found again once its own copy is gone.
      if (before === undefined) Reflect.deleteProperty(owner, name);
      else Object.defineProperty(owner, name, before);
    });
  };
  const trap = (name: string, original: unknown): unknown =>
    typeof original === "function"
      ? new Proxy(original, {
          apply(target, self, args) {
            touched.add(name);
            return Reflect.apply(target, self, args);
          },
        })
      : original;
  const RealDate = globalThis.Date;
  const dateTrap = new Proxy(RealDate, {
    construct(target, args, newTarget) {
      if (args.length === 0) touched.add("new Date()");
      return Reflect.construct(target, args, newTarget);
    },
    apply(target, self, args) {
      touched.add("Date()");
      return Reflect.apply(target, self, args);
    },
    get(target, name, receiver) {
      if (name === "now") touched.add("Date.now");
      return Reflect.get(target, name, receiver);
    },
  });
  replace(globalThis, "Date", dateTrap);
  replace(Math, "random", trap("Math.random", Math.random));
  replace(globalThis, "fetch", trap("fetch", globalThis.fetch));
  replace(globalThis.performance, "now", trap("performance.now", globalThis.performance.now));
  replace(process, "hrtime", trap("process.hrtime", process.hrtime));
  replace(
    process,
    "env",
    new Proxy(process.env, {
      get(target, name, receiver) {
        touched.add("process.env");
        return Reflect.get(target, name, receiver);
      },
    }),
  );
  try {
    const value = await act();
    return { value, touched: [...touched].sort() };
  } finally {
    for (const restore of undo.reverse()) restore();
  }
}
