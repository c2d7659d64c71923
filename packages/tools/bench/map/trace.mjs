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
  const spans = traceEvents
    .filter(({ ph, pid: own, tid: thread }) => ph === 'X' && own === pid && thread === tid)
    .map(({ name, ts, dur = 0 }) => ({ name, start: ts, end: ts + dur }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const tasks = [];
  for (const { name, start, end } of spans) {
    const last = tasks.at(-1);
    // What promises do runs right behind the task that settled them, and belongs to it.
    const isItsEnd = last && name.includes('Microtask') && start - last.end < 50;
    if (last && (start < last.end || isItsEnd)) last.end = Math.max(last.end, end);
    else tasks.push({ start, end });
  }
  for (const task of tasks) task.milliseconds = (task.end - task.start) / 1000;
  return { tasks, marks: marks.map(({ name, ts }) => ({ name, time: ts })).sort((a, b) => a.time - b.time) };
}

/** The longest task between two instants, milliseconds. */
export function longestTask(tasks, from, to = Infinity) {
  return Math.max(
    0,
    ...tasks.filter(({ start }) => start >= from && start < to).map((task) => task.milliseconds),
  );
}

/** The value below which a share of some values lies. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
