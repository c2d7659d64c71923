import type { Answer, Outcome, Sending } from './sending.ts';
import { whole } from './whole.ts';

/** Tries once. Rejects only with the signal's reason. */
async function tryOnce<Content>({
  request,
  signal,
  timeout,
  deadline,
  fetch,
  read,
}: Sending<Content>): Promise<{ answer?: Answer<Content>; outcome?: Outcome }> {
  const end = new AbortController();
  const timer = setTimeout(
    () => {
      end.abort(new DOMException('Too late', 'TimeoutError'));
    },
    Math.min(timeout, deadline),
  );
  signal?.addEventListener(
    'abort',
    () => {
      end.abort(signal.reason);
    },
    { signal: end.signal },
  );
  // Node forgets the signal of a request whose body is still on its way once it collects garbage.
  const ended = new Promise<never>((_resolve, reject) => {
    end.signal.onabort = () => {
      reject(end.signal.reason as Error);
    };
  });
  const send = async (): Promise<{ answer: Answer<Content> } | { outcome: Outcome }> => {
    const response = await fetch(new Request(request.clone(), { signal: end.signal }));
    if (!response.ok) return { outcome: { response: await whole(response) } };
    return { answer: { status: response.status, content: await read(response) } };
  };
  try {
    return await Promise.race([send(), ended]);
  } catch (failure) {
    signal?.throwIfAborted();
    return { outcome: { failure } };
  } finally {
    clearTimeout(timer);
    // With it goes the listener on the caller's signal.
    end.abort();
  }
}

/**
 * Sends a read with nothing but `fetch`, which is enough for most. What tries again, and every write, comes with ky
 * behind a dynamic import, and goes on from how the first try ended.
 */
export async function sendReadily<Content>(sending: Sending<Content>): Promise<Answer<Content>> {
  const end = performance.now() + sending.deadline;
  const first = sending.request.method === 'GET' ? await tryOnce(sending) : undefined;
  if (first?.answer) return first.answer;
  const { sendPatiently } = await import('./patient.ts');
  return sendPatiently({ ...sending, deadline: Math.max(0, end - performance.now()) }, first?.outcome);
}
