import { flood, type Flood } from './flood.ts';
import { compareMailboxes, mailsToOne } from './mailboxes.ts';

/** `--bots=5000` sends fewer, `--pairs=1000` compares fewer. */
const numberOf = (name: string, usual: number): number =>
  Number(process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split('=')[1] ?? usual);

const bots = numberOf('bots', 50_000);
const pairs = numberOf('pairs', 10_000);

function say(holds: boolean, text: string): void {
  console.log(`${holds ? '✔' : '✖'} ${text}`);
  if (!holds) process.exitCode = 1;
}

const told = ({ answers }: Flood): string =>
  [...answers].map(([answer, count]) => `${String(count)} × ${answer}`).join(', ');

const size = { bots, networks: Math.ceil(bots / 10), honest: Math.ceil(bots / 50) };
const guarded = await flood({ ...size, admission: 'checked' });
console.log(`${String(bots)} bots from ${String(size.networks)} networks: ${told(guarded)}`);
say(guarded.taken === 0, `${String(guarded.taken)} RSVPs of bots taken`);
say(guarded.seatsHeld === 0, `${String(guarded.seatsHeld)} seats held by them`);
say(
  guarded.honestPassed >= 0.99,
  `${(100 * guarded.honestPassed).toFixed(1)} % of ${String(size.honest)} honest people are in`,
);

const open = await flood({ bots: 500, networks: 50, honest: 10, admission: 'open' });
say(open.seatsHeld > 0, `  with the check off 500 bots hold ${String(open.seatsHeld)} seats, as they must`);

const mails = await mailsToOne(1000);
say(mails <= 3, `${String(mails)} mails to one address by 1,000 tries`);

const { shapes, medianKnown, medianUnknown } = await compareMailboxes(pairs);
say(shapes.size === 1, `${String(shapes.size)} kind of answer to mailboxes that are signed up and others`);
const difference = Math.abs(medianKnown - medianUnknown);
say(
  difference < 1,
  `medians over ${String(pairs)} each: ${medianKnown.toFixed(2)} and ${medianUnknown.toFixed(2)} ms, ${difference.toFixed(2)} ms apart`,
);
