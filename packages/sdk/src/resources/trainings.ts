import { listTrainings, type Timeslot, type Training, type TrainingList } from '@huddlekit/contract';
import type { CallOptions, Connection } from '../connection.ts';

/** Reads the series of trainings. */
export interface Trainings {
  /**
   * The series in order, with the hub's clock (`now`).
   * @example
   * const { data, now } = await client.trainings.list();
   * for (const { title, recording } of data) console.log(title, recording?.url ?? `no recording at ${now}`);
   */
  list(options?: CallOptions): Promise<TrainingList>;
  /**
   * The training that is live or comes next by the hub's clock, or undefined.
   * @example
   * const training = await client.trainings.next();
   * console.log(training ? training.title : 'Every training is over');
   */
  next(options?: CallOptions): Promise<Training | undefined>;
}

/** Milliseconds a timeslot without an end counts as going on. */
const openEnd = 2 * 3_600_000;

export function createTrainings(connection: Connection): Trainings {
  const list = (options?: CallOptions): Promise<TrainingList> => connection.call(listTrainings, options);
  return {
    list,
    async next(options) {
      const { data, now } = await list(options);
      const [next] = data
        .filter(({ status }) => status !== 'cancelled')
        .flatMap((training) => {
          const slots = training.timeslots.filter((slot) => endOf(slot) > Date.parse(now));
          return slots.map(({ startDate }) => ({ training, start: Date.parse(startDate) }));
        })
        .sort((a, b) => a.start - b.start);
      return next?.training;
    },
  };
}

function endOf({ startDate, endDate }: Timeslot): number {
  return endDate === null ? Date.parse(startDate) + openEnd : Date.parse(endDate);
}
