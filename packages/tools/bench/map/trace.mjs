/** The tasks of a page's main thread, and the marks it set, of a trace; microseconds. */
export function mainThread(trace) {
  const { traceEvents } = JSON.parse(trace);
  const marks = traceEvents.filter(
    ({ cat, name }) => cat?.includes('blink.user_timing') && name.startsWith('bench-'),
  );
  const [{ pid }] = marks;
  const { tid } = traceEvents.find(
    ({ name, args, pid: own }) => name === 'thread_name' && args.name === 'CrRendererMain' && own === pid,
  );
  const tasks = traceEvents
    .filter(
      ({ name, ph, pid: own, tid: thread }) =>
        name === 'RunTask' && ph === 'X' && own === pid && thread === tid,
    )
    .map(({ ts, dur = 0 }) => ({ start: ts, end: ts + dur, milliseconds: dur / 1000 }));
  return { tasks, marks: marks.map(({ name, ts }) => ({ name, time: ts })).sort((a, b) => a.time - b.time) };
}

/** The longest task between two instants, milliseconds. */
export function longestTask(tasks, from, to = Infinity) {
  return Math.max(
    0,
    ...tasks.filter(({ start }) => start >= from && start < to).map((task) => task.milliseconds),
  );
}

/** The work of the main thread between two instants, milliseconds. */
export function workBetween(tasks, from, to) {
  return tasks
    .filter(({ start }) => start >= from && start < to)
    .reduce((sum, { milliseconds }) => sum + milliseconds, 0);
}

export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
