import { parentPort, workerData } from 'node:worker_threads';
import { convert } from '@huddlekit/connectors';
import timezoneAt from '@photostructure/tz-lookup';
import type { ConversionTask } from './convert-apart.ts';

const { bytes, format, limit, ...context } = workerData as ConversionTask;

// Time that the machine gives to others doesn't count against the file.
const clock = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

parentPort?.postMessage(
  await convert(bytes, format, { ...context, timezoneAt, clock, limit, slice: Infinity, largest: Infinity }),
);
