import { useEffect, useRef, useState } from "preact/hooks";

/** The latest of a stream of values, at most one in so many milliseconds: what is read aloud must not chase itself. */
export function useSlowly<Value>(value: Value, pause: number): Value {
  const [shown, setShown] = useState(value);
  const next = useRef(0);
  useEffect(() => {
    const wait = Math.max(0, next.current - performance.now());
    const timer = setTimeout(() => {
      next.current = performance.now() + pause;
      setShown(value);
    }, wait);
    return () => clearTimeout(timer);
  }, [value]);
  return shown;
}
