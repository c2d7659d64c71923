import { MobilizeError } from './answer.ts';

export type Comparison = (seconds: number) => boolean;

const operators: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  gte: (value, limit) => value >= limit,
  gt: (value, limit) => value > limit,
  lte: (value, limit) => value <= limit,
  lt: (value, limit) => value < limit,
};

/** What a filter such as `timeslot_start=gte_now` asks of a date; several of one name make a range. */
export function comparisonOf(name: string, values: readonly string[], now: number): Comparison {
  const comparisons = values.map((value): Comparison => {
    const [, operator = '', limit = ''] = /^(gte|gt|lte|lt)_(\d{1,12}|now)$/.exec(value) ?? [];
    const compare = operators[operator];
    if (!compare)
      throw new MobilizeError(400, { [name]: ['Use gte_, gt_, lte_ or lt_ with seconds or the word now.'] });
    const seconds = limit === 'now' ? Math.floor(now / 1_000) : Number(limit);
    return (date) => compare(date, seconds);
  });
  return (date) => comparisons.every((comparison) => comparison(date));
}
