import { useEffect } from 'react';
import { useFormat } from '../format.ts';
import { createStore, useStore } from '../store.ts';

const nowStore = createStore(Date.now());
let watchers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** The present, renewed every half minute while somebody looks at it. Only for showing; what holds is decided on the server. */
export function useNow(): number {
  useEffect(() => {
    watchers += 1;
    nowStore.set(Date.now());
    timer ??= setInterval(() => nowStore.set(Date.now()), 30_000);
    return () => {
      watchers -= 1;
      if (watchers > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  }, []);
  return useStore(nowStore);
}

/** An instant as „vor 3 Std.“ with the exact time as title; or the exact time, with the distance as title. */
export function Time({ at, exact = false }: { at: string; exact?: boolean }) {
  const format = useFormat();
  const now = useNow();
  const [shown, title] = exact ? [format.dateTime(at), format.relative(at, now)] : [format.relative(at, now), format.dateTime(at)];
  return (
    <time dateTime={at} title={title}>
      {shown}
    </time>
  );
}
