import { useEffect, useState } from "react";

const tickMilliseconds = 10_000;

/** Unix seconds, moved on every ten seconds: often enough to read, seldom enough to be calm. */
export function useNow(): number {
  const [now, setNow] = useState(() => Math.floor(Date.now() / 1000));
  useEffect(() => {
    const timer = setInterval(() => setNow(Math.floor(Date.now() / 1000)), tickMilliseconds);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** A value once it has stood still for a while, so that nothing is worked out between two keys. */
export function useSettled<Value>(value: Value, milliseconds: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
