/** The tasks of a page's main thread, and the marks it set, of a trace; microseconds but for what says otherwise. */
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
    .map(({ name, ts, dur = 0, tdur = 0 }) => ({ name, start: ts, end: ts + dur, own: tdur }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const tasks = [];
  for (const { name, start, end, own } of spans) {
    const last = tasks.at(-1);
    // What promises do runs right behind the task that settled them, and belongs to it.
    const isItsEnd = last && name.includes('Microtask') && start - last.end < 50;
    if (isItsEnd && start >= last.end) last.own += own;
    if (last && (start < last.end || isItsEnd)) last.end = Math.max(last.end, end);
    else tasks.push({ start, end, own });
  }
  for (const task of tasks) {
    task.milliseconds = (task.end - task.start) / 1000;
    task.ownMilliseconds = task.own / 1000;
  }
  return { tasks, marks: marks.map(({ name, ts }) => ({ name, time: ts })).sort((a, b) => a.time - b.time) };
}

/** The longest task from an instant on, in milliseconds: from its start to its end, and on the processor alone. */
export function longestTask(tasks, from) {
  const later = tasks.filter(({ start }) => start >= from);
  return {
    longestTask: Math.max(0, ...later.map(({ milliseconds }) => milliseconds)),
    longestOwn: Math.max(0, ...later.map(({ ownMilliseconds }) => ownMilliseconds)),
  };
}
