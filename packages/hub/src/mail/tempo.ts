/** How mails are paced; all in milliseconds but `atOnce`. */
export interface Tempo {
  /** Mails of one process that are on their way at a time. */
  readonly atOnce: number;
  /** Between two looks at an empty outbox. */
  readonly pause: number;
  /** How long a process that says nothing more keeps a mail from the others. */
  readonly lease: number;
  /** Before the second try; doubled for each one after it. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** After so long a mail is given up: people can do nothing with older news (RFC 5321 4.5.4.1 names 4 to 5 days). */
  readonly patience: number;
}

const hour = 3_600_000;

export const usualTempo: Tempo = {
  atOnce: 20,
  pause: 250,
  lease: 120_000,
  firstWait: 30_000,
  longestWait: 6 * hour,
  patience: 4 * 24 * hour,
};

/** What becomes of a mail that wasn't handed over: the wait before its next try, or `never`. */
export function nextTry(
  { attempts, age }: { readonly attempts: number; readonly age: number },
  error: unknown,
  { firstWait, longestWait, patience }: Tempo,
  random: () => number = Math.random,
): number | 'never' {
  if (isRefused(error) || age >= patience) return 'never';
  const wait = Math.min(longestWait, firstWait * 2 ** Math.min(attempts - 1, 30));
  // Mails that failed together don't come back together.
  return Math.round(wait * (0.75 + random() / 2));
}

/**
 * Whether the server said for good that it won't take this mail: a reply of 500 or above to its recipient or its
 * content (RFC 5321 4.2.1). The same to a sign-in or a greeting is the operator's to put right, and so is tried again.
 */
function isRefused(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { responseCode, command } = error as { responseCode?: unknown; command?: unknown };
  return (
    typeof responseCode === 'number' && responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA')
  );
}
