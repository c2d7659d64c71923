import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './measure.mjs';

/** Milliseconds that a process has had a processor (Linux: ticks of 10 ms). */
export function processorTimeOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Milliseconds, the middle of many, in which the disk of temporary files has written 8 kB for good. */
export function timeOfDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'huddlekit-disk-'));
  const file = openSync(join(folder, 'file'), 'w');
  const content = randomBytes(8192);
  const took = Array.from({ length: 200 }, () => {
    const start = performance.now();
    writeSync(file, content);
    fsyncSync(file);
    return performance.now() - start;
  });
  closeSync(file);
  rmSync(folder, { recursive: true });
  return median(took);
}
