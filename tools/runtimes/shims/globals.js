// The names that the conformance suite finds on Node without importing them. Stands in front of
// the bundle, whose modules take them when they begin.
{
  const { setTimeout } = globalThis;
  const sleepers = [];
  const Channel = globalThis.MessageChannel;
  const channel = Channel === undefined ? undefined : new Channel();
  if (channel !== undefined) channel.port1.onmessage = () => sleepers.shift()?.();

  /** Timers of browsers wait four milliseconds once they are nested; messages do not. */
  globalThis.setImmediate ??= (wake) => {
    if (channel === undefined) return setTimeout(wake, 0);
    sleepers.push(wake);
    channel.port2.postMessage(null);
  };

  const listeners = new Map();
  const stream = { write: () => true };

  globalThis.process ??= {
    env: {},
    hrtime: () => [0, 0],
    cpuUsage: (before = { user: 0 }) => ({ user: performance.now() * 1000 - before.user, system: 0 }),
    cwd: () => "/",
    stdout: stream,
    stderr: stream,
    on(event, listener) {
      const type = event === "unhandledRejection" ? "unhandledrejection" : "error";
      const handler = (fired) => {
        fired.preventDefault?.();
        listener(fired.reason ?? fired.error);
      };
      listeners.set(listener, [...(listeners.get(listener) ?? []), { event, type, handler }]);
      globalThis.addEventListener?.(type, handler);
    },
    off(event, listener) {
      const known = listeners.get(listener) ?? [];
      for (const { type, handler } of known.filter((one) => one.event === event))
        globalThis.removeEventListener?.(type, handler);
      listeners.delete(listener);
    },
  };

  globalThis.Buffer ??= { from: (bytes) => ({ toString: () => new TextDecoder().decode(bytes) }) };
}
