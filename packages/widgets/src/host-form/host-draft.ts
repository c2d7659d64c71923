import { emptyAnswers, steps, type HostAnswers, type Step } from './host-answers.ts';

/** A form that is kept for later on the host's own device. */
export interface HostDraft {
  readonly answers: HostAnswers;
  readonly step: Step;
}

const key = 'huddlekit-host-draft';
/** A draft that nobody came back to for so long is forgotten, in milliseconds. */
const draftLife = 30 * 86_400_000;

/** Where a browser blocks storage, even asking for it throws. */
const ownStorage = (): Storage => window.localStorage;

/** The draft that a host chose to keep here, or undefined. One that can't be read is as good as none. */
export function readDraft(now: number, storage = ownStorage): HostDraft | undefined {
  try {
    const kept: unknown = JSON.parse(storage().getItem(key) ?? 'null');
    if (!isRecord(kept) || typeof kept['savedAt'] !== 'number' || !isRecord(kept['answers']))
      return undefined;
    if (now - kept['savedAt'] > draftLife) {
      deleteDraft(storage);
      return undefined;
    }
    const step = steps.find((name) => name === kept['step']) ?? 'why';
    return { answers: likeAnswers(kept['answers']), step };
  } catch {
    return undefined;
  }
}

/** Keeps a draft. Answers false where the browser doesn't let it. */
export function writeDraft({ answers, step }: HostDraft, now: number, storage = ownStorage): boolean {
  try {
    storage().setItem(key, JSON.stringify({ savedAt: now, step, answers }));
    return true;
  } catch {
    return false;
  }
}

export function deleteDraft(storage = ownStorage): void {
  try {
    storage().removeItem(key);
  } catch {
    // A browser without storage has kept nothing.
  }
}

/** Of what was kept, perhaps by another version, only what answers are made of today. */
function likeAnswers(kept: Record<string, unknown>): HostAnswers {
  const empty = emptyAnswers('UTC', 'en');
  const fitting = Object.entries<unknown>({ ...empty }).map(([name, value]): [string, unknown] => [
    name,
    isAlike(kept[name], value) ? kept[name] : value,
  ]);
  return Object.fromEntries(fitting) as unknown as HostAnswers;
}

function isAlike(kept: unknown, empty: unknown): boolean {
  if (Array.isArray(empty)) {
    const [first] = empty as readonly unknown[];
    return Array.isArray(kept) && (first === undefined || kept.every((item) => isAlike(item, first)));
  }
  if (empty === null) return kept === null || isRecord(kept);
  if (isRecord(empty))
    return isRecord(kept) && Object.entries(empty).every(([name, value]) => isAlike(kept[name], value));
  return typeof kept === typeof empty;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
