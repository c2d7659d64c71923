export { main } from './cli/main.ts';
export { openHub, type Hub, type HubOptions, type Places } from './hub.ts';
export { createLog, type Log, type LogEntry, type LogWriter } from './server/log.ts';
export { startHub, type RunningHub } from './server/start.ts';
export { settingsFrom, type Settings } from './settings.ts';
