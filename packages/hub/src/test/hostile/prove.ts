import { attack } from './attack.ts';
import { corpus } from './corpus.ts';

let failures = 0;
for (const [way, withoutPolicy, mostPages] of [
  ['form', true, Infinity],
  // Some with the policy are enough to see that nothing asks for what it forbids.
  ['form', false, 200],
  // Imports look the same whichever way hosts take.
  ['change', true, corpus.length],
] as const) {
  const { findings, texts, taken, refused, pages, mails, calendars, cards } = await attack(corpus, {
    way,
    withoutPolicy,
    mostPages,
  });
  if (findings.length > 0) failures++;
  console.log(
    `${findings.length > 0 ? '✖' : '✔'} ${String(texts)} hostile texts by a host’s ${way}${withoutPolicy ? ', pages without their policy' : ''}: ${String(taken)} fields took them, ${String(refused)} refused clearly; ${String(pages)} pages, ${String(cards)} cards, ${String(mails)} mails, ${String(calendars)} calendars; ${String(findings.length)} findings`,
  );
  for (const finding of findings.slice(0, 20)) console.log(`    ${finding}`);
}
const { findings } = await attack(corpus.slice(0, 20), { way: 'form', escaping: 'off', withoutPolicy: true });
const isCaught = findings.includes('script ran');
if (!isCaught) failures++;
console.log(
  `${isCaught ? '✔' : '✖'}   with the escaping undone: ${String(findings.length)} findings, the proof ${isCaught ? 'fails, as it must' : 'doesn’t notice'}`,
);
process.exitCode = failures > 0 ? 1 : 0;
