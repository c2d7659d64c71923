/** A guide of the hub: plain paragraphs and lists in Markdown, written here. */
export interface Guide {
  readonly title: string;
  readonly lead: string;
  readonly text: string;
}

/** The hub's own guides, for campaigns that have none of their own. */
export const guides: Readonly<
  Record<'safety' | 'toolkit' | 'overview', Readonly<Record<'en' | 'es', Guide>>>
> = {
  safety: {
    en: {
      title: 'How we keep each other safe',
      lead: 'Everybody who comes agrees to act without violence, in what they do and say. Two minutes of reading.',
      text: `## The commitment

- I act without violence, in what I do and say, toward everyone there.
- When somebody disagrees with me, I try to calm things down.
- I bring nothing that is made to hurt.

## If voices rise

- Step back, lower your voice, and keep your hands where they can be seen.
- Ask one question and listen to the answer. You don’t have to win.
- Two people stay with the one who is upset; everybody else goes on.

## Look after each other

- Know the way out, and who of us knows first aid.
- If you feel unsafe, leave. No reason is needed.
- Photos only of people who said yes. Nobody’s address goes online.
- In an emergency call your local emergency number first, then tell the host.`,
    },
    es: {
      title: 'Cómo nos cuidamos',
      lead: 'Quien viene acepta actuar sin violencia, en lo que hace y dice. Se lee en dos minutos.',
      text: `## El compromiso

- Actúo sin violencia, en lo que hago y digo, hacia todas las personas.
- Cuando alguien no está de acuerdo conmigo, busco calmar.
- No traigo nada hecho para herir.

## Si suben las voces

- Da un paso atrás, baja la voz y deja tus manos a la vista.
- Haz una pregunta y escucha la respuesta. No tienes que ganar.
- Dos personas acompañan a quien está alterada; las demás siguen.

## Cuidarnos

- Conoce la salida y a quien sabe primeros auxilios.
- Si no te sientes segura o seguro, vete. No hace falta dar razones.
- Fotos solo de quien dijo que sí. La dirección de nadie va a internet.
- En una emergencia llama primero al número local de emergencias y luego avisa a quien organiza.`,
    },
  },
  toolkit: {
    en: {
      title: 'Host toolkit',
      lead: 'Ten people and a table are enough. This is a plan for ninety minutes.',
      text: `## Before

- Invite ten people you know and two you don’t know yet.
- For every ten to fifteen guests ask one person to facilitate. You are the first.
- Write the agenda on paper and hang it where all can see it.
- Say what the place is like: steps, pets, parking, restroom.

## A proposed agenda

1. Ten minutes: hello, one by one, and why you came.
2. Twenty minutes, in pairs: what worries you here, and what you love here.
3. Thirty minutes: what could we do? One big sheet, no idea is too small.
4. Twenty minutes: choose two actions, with a name and a date beside each.
5. Ten minutes: who hosts the next one?

## After

- Write to everybody within a day: the two actions, the names, the next date.
- Ask those who were quiet how it was for them.
- Rest. Then do your own part first.`,
    },
    es: {
      title: 'Guía para organizar',
      lead: 'Bastan diez personas y una mesa. Este es un plan para noventa minutos.',
      text: `## Antes

- Invita a diez personas que conoces y a dos que aún no.
- Por cada diez a quince invitados pide a una persona que facilite. Tú eres la primera.
- Escribe la agenda en papel y cuélgala donde se vea.
- Di cómo es el lugar: escalones, mascotas, estacionamiento, baño.

## Una agenda posible

1. Diez minutos: nos saludamos y decimos por qué venimos.
2. Veinte minutos, en parejas: qué nos preocupa aquí y qué queremos aquí.
3. Treinta minutos: ¿qué podríamos hacer? Una hoja grande; ninguna idea es pequeña.
4. Veinte minutos: elegimos dos acciones, con nombre y fecha.
5. Diez minutos: ¿quién organiza el próximo?

## Después

- Escribe a todas las personas en un día: las dos acciones, los nombres, la próxima fecha.
- Pregunta a quienes hablaron poco cómo les fue.
- Descansa. Luego haz primero tu parte.`,
    },
  },
  overview: {
    en: {
      title: 'What a huddle is',
      lead: 'A small meeting in a home or a community space, for talking and for deciding what to do next.',
      text: `- It is small: eight to fifteen people, so that everybody speaks.
- It is open: nobody needs to know anything beforehand.
- It is safe: everybody who comes agrees to act without violence.
- It ends with two actions, each with a name and a date.

Many huddles in many towns are a network of neighbors who can act together.`,
    },
    es: {
      title: 'Qué es un huddle',
      lead: 'Una reunión pequeña en una casa o un espacio de la comunidad, para hablar y decidir qué hacer.',
      text: `- Es pequeña: de ocho a quince personas, para que todas hablen.
- Es abierta: no hace falta saber nada antes.
- Es segura: quien viene acepta actuar sin violencia.
- Termina con dos acciones, cada una con nombre y fecha.

Muchos huddles en muchas ciudades son una red de vecinas y vecinos que pueden actuar juntos.`,
    },
  },
};
