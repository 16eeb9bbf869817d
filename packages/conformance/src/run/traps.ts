/**
 * Runs something while clock, chance, network and environment are watched, and tells what was touched. Everything is put
 * back afterwards, also when it throws. Only what is reached by a global name is seen: not what a module imports from
 * `node:crypto` and the like, and not what it took from a global name when it was loaded.
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
          // A way of calling it that hangs on the function itself: `process.hrtime.bigint`.
          get(target, member, receiver) {
            if (member === "bigint") touched.add(name);
            return Reflect.get(target, member, receiver);
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
  const { crypto } = globalThis;
  replace(crypto, "getRandomValues", trap("crypto.getRandomValues", crypto.getRandomValues));
  replace(crypto, "randomUUID", trap("crypto.randomUUID", crypto.randomUUID));
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
      has(target, name) {
        touched.add("process.env");
        return Reflect.has(target, name);
      },
      ownKeys(target) {
        touched.add("process.env");
        return Reflect.ownKeys(target);
      },
      getOwnPropertyDescriptor(target, name) {
        touched.add("process.env");
        return Reflect.getOwnPropertyDescriptor(target, name);
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
