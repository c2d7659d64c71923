import { sampleKit } from './sample-kit.ts';

const day = 86_400_000;

/** The campaign file of the sample, its dates told from the day of the start. */
export function sampleCampaign(today: number): Record<string, unknown> {
  const at = (days: number, hour: number): string =>
    new Date(Math.floor(today / day) * day + days * day + hour * 3_600_000).toISOString();
  const training = (number: number, days: number, title: [string, string], more: object): object => ({
    id: `training-${String(number)}`,
    number,
    title: { en: title[0], es: title[1] },
    summary: {
      en: 'One of three sessions of an hour and a half. Everybody who registers gets the recording.',
      es: 'Una de tres sesiones de hora y media. Quien se registra recibe la grabación.',
    },
    startDate: at(days, 25),
    endDate: at(days, 26.5),
    timezone: 'America/Chicago',
    languages: ['en'],
    captions: true,
    join: { opensAt: at(days, 24.75), url: `https://meet.example.org/training-${String(number)}` },
    ...more,
  });
  const recording = (number: number, days: number, duration: number, views: number): object => ({
    recording: {
      url: `https://video.example.org/training-${String(number)}`,
      duration,
      publishedAt: at(days, 15),
      views,
    },
  });
  return {
    slug: 'sample',
    title: { en: 'Sample campaign: Huddle Up', es: 'Campaña de muestra: Huddle Up' },
    summary: {
      en: 'A made-up campaign to try things with: small meetings everywhere, ten actions in a hundred days.',
      es: 'Una campaña inventada para probar: pequeñas reuniones en todas partes, diez acciones en cien días.',
    },
    isSample: true,
    organizer: { name: 'Huddle Up (sample)' },
    goals: [
      {
        en: 'Get to know each other and build support for acting where we live.',
        es: 'Conocernos y apoyarnos para actuar donde vivimos.',
      },
      {
        en: 'Picture what it takes to move our community toward the country we want.',
        es: 'Imaginar qué hace falta para que la comunidad avance hacia el país que queremos.',
      },
      {
        en: 'Choose actions for the coming weeks and months.',
        es: 'Elegir acciones para las próximas semanas y meses.',
      },
    ],
    goal: { metric: 'people', target: 1_000_000 },
    kit: sampleKit,
    links: { toolkit: '/kit', safety: '/guides/safety', overview: '/guides/overview' },
    commitments: [
      {
        id: 'nonviolence',
        version: '1',
        text: {
          en: 'I will act without violence, in what I do and say, toward everyone there.',
          es: 'Actuaré sin violencia, en lo que hago y digo, hacia todas las personas.',
        },
        url: '/guides/safety',
      },
    ],
    organizations: [
      { id: 'huddle-up', name: 'Huddle Up (sample)', asks: ['email'] },
      { id: 'lakefront', name: 'Lakefront Neighbors (sample)', asks: ['email', 'sms'] },
      { id: 'prairie', name: 'Prairie Faith & Labor Table (sample)', asks: ['email'] },
    ],
    actions: actions.map(([title, summary, kinds], index) => ({
      number: index + 1,
      title: { en: title[0], es: title[1] },
      summary: { en: summary[0], es: summary[1] },
      startDate: at(index * 10 - 24, 0),
      endDate: at(index * 10 - 14, 0),
      ...(kinds.includes('huddle') && { url: '/kit' }),
      kinds,
    })),
    trainings: [
      training(
        1,
        -19,
        ['Why small circles win', 'Por qué ganan los círculos pequeños'],
        recording(1, -18, 5047, 5480),
      ),
      training(
        2,
        -5,
        ['Hosting people who disagree', 'Recibir a quienes no están de acuerdo'],
        recording(2, -4, 5310, 2316),
      ),
      training(3, 9, ['From a huddle to a plan', 'De un huddle a un plan'], {}),
    ],
  };
}

type Pair = readonly [string, string];

const actions: readonly (readonly [Pair, Pair, readonly string[]])[] = [
  [
    ['Write a postcard', 'Escribe una postal'],
    ['Tell your senators what you marched for.', 'Di a tus senadores por qué marchaste.'],
    [],
  ],
  [
    ['Call together', 'Llamar en grupo'],
    [
      'An evening of phone calls, with a script and snacks.',
      'Una noche de llamadas, con guion y bocadillos.',
    ],
    ['phone-bank'],
  ],
  [
    ['Huddle', 'Huddle'],
    [
      'Host or attend one. Ten people and a table are enough.',
      'Organiza uno o ve a uno. Bastan diez personas y una mesa.',
    ],
    ['huddle', 'gathering'],
  ],
  [
    ['A day at the library', 'Un día en la biblioteca'],
    ['Meet your neighbors where everybody may come.', 'Conoce a tus vecinos donde todos pueden entrar.'],
    ['gathering'],
  ],
  [
    ['Listen', 'Escuchar'],
    ['Knock on ten doors and ask one question.', 'Toca diez puertas y haz una pregunta.'],
    ['canvass'],
  ],
  [
    ['Stand together', 'De pie, en grupo'],
    ['A quiet vigil at the county hall.', 'Una vigilia tranquila en el condado.'],
    ['rally'],
  ],
  [
    ['Feed somebody', 'Da de comer'],
    ['Cook for those who have less time than you.', 'Cocina para quien tiene menos tiempo que tú.'],
    ['volunteer'],
  ],
  [
    ['Learn to help', 'Aprende a ayudar'],
    ['First aid, first words, first steps.', 'Primeros auxilios, primeras palabras, primeros pasos.'],
    ['training'],
  ],
  [
    ['Ask a candidate', 'Pregunta a un candidato'],
    ['A town hall with your three best questions.', 'Una asamblea con tus tres mejores preguntas.'],
    ['meeting'],
  ],
  [
    ['Celebrate', 'Celebrar'],
    ['A hundred days. Count what you did, and dance.', 'Cien días. Cuenten lo que hicieron, y bailen.'],
    ['gathering'],
  ],
];
