import type { KitText, sampleKitEn } from './sample-kit-en.ts';

/** The host kit of the sample campaign in Spanish. */
export const sampleKitEs: Record<keyof typeof sampleKitEn, KitText> = {
  overview: {
    title: 'Qué vas a organizar',
    lead: 'De diez a quince personas, una sala, dos horas. Tú las reúnes; la agenda hace lo demás.',
    text: `Un **huddle** es una reunión pequeña en una casa o un espacio de la comunidad. Personas a quienes les importa el mismo lugar se conocen, hablan de lo que hace falta y se van con dos cosas que van a hacer. Nadie da discursos. No hace falta saber mucho, tener experiencia ni cocinar bien.

## Qué logra un buen huddle

- En los primeros quince minutos, cada persona ya habló.
- La gente oye de una vecina o un vecino algo que no sabía.
- Termina a tiempo, con **dos acciones**, cada una con un nombre y una fecha.
- Alguien en la sala se ofrece a organizar el próximo.

## Qué te pide

| Cuándo | Qué | Cuánto tarda |
| --- | --- | --- |
| Dos semanas antes | Elige un día, llena el formulario, presiona el botón de nuestro correo | 20 minutos |
| Diez días antes | Invita a diez personas que conoces y a dos que aún no | 1 hora |
| Una semana antes | Busca a una persona que facilite por cada diez a quince invitados | 30 minutos |
| El día anterior | Recuérdaselo a todas, mira la sala, imprime la agenda | 1 hora |
| El día | Abre la puerta, cuida el tiempo, cierra | 3 horas |
| El día después | Escribe a todas: las dos acciones, los nombres, la próxima fecha | 30 minutos |

## Qué ve el público

El mapa muestra tu nombre de pila y, si es una casa, solo la zona. La dirección se guarda cifrada. Nosotros se la damos a quienes tienen su lugar confirmado, 24 horas antes de empezar si no eliges otra cosa. No la pongas en el título, en la descripción ni en una publicación.`,
  },
  guidelines: {
    title: 'Pautas para organizar',
    lead: 'Qué acordar antes, quién facilita y los acuerdos que hacen segura la palabra.',
    text: `## Cuántas personas

Lo mejor es de diez a quince: bastantes para oír distintas miradas, pocas para que todas hablen. Necesitas **una persona que facilite por cada diez a quince invitados**. Quien organiza puede ser la primera.

| Invitados | Facilitan |
| --- | --- |
| hasta 15 | 1 |
| de 16 a 30 | 2 |
| de 31 a 45 | 3 |

Si facilitan varias, saluden y cierren en grupo y hagan el resto en círculos propios, en rincones o cuartos donde no se oigan.

## Quién organiza y quién facilita

- **Quien organiza** cuida el lugar: la puerta, las sillas, la comida, el reloj, a quien llega tarde o se siente sola.
- **Quien facilita** cuida la conversación: lee las preguntas en voz alta, da la palabra, invita a quien calla, avisa cuando se acaba el tiempo.
- Las dos leen esta guía completa y hablan media hora antes. Ninguna usa el huddle para convencer a las demás de un plan.

## Acuerdos para leer en voz alta

1. Habla una persona a la vez; todas tienen un turno antes de que alguien tenga el segundo.
2. Hablamos desde lo que hemos vivido y preguntamos antes de aconsejar.
3. Lo que se cuenta aquí se queda aquí; lo que se aprende puede salir.
4. Podemos no estar de acuerdo. Seguimos con curiosidad y con cariño.
5. Actuamos **sin violencia**, en lo que hacemos y decimos. Mira [Seguridad](/kit/safety).
6. Fotos solo de quien dijo que sí, y nunca del frente de una casa.

Pregunta: «¿Podemos vivir con estos acuerdos? ¿Falta alguno?». Agrégalo a la lista.

## Antes del día

- Mira quién viene en tu propia página; el enlace está en nuestro correo.
- Responde las preguntas sobre el acceso antes de que te las hagan. Mira [Un huddle para todas las personas](/kit/access).
- Acuerda con alguien que viva cerca qué hacer si te enfermas.
- Imprime la [agenda](/kit/agenda) y esta página, una vez para cada persona que facilita.`,
  },
  agenda: {
    title: 'Una agenda posible',
    lead: 'Dos horas con una pausa. Cambia el orden si hace falta, pero conserva la primera ronda y la última.',
    text: `Pon un reloj que todas vean. Escribe cada pregunta en una hoja grande. Los minutos son para un círculo de diez a quince.

| Minutos | Qué hacemos |
| --- | --- |
| antes | **Llegar.** Etiquetas con el nombre, algo de beber. Alguien está en la puerta. |
| 0–5 | **Bienvenida.** Quien organiza: por qué abrí mi puerta, dónde están el baño y las salidas, a qué hora terminamos. |
| 5–10 | **Acuerdos.** Quien facilita los lee en voz alta; cualquiera puede agregar uno. |
| 10–30 | **Primera ronda.** Un minuto cada una: mi nombre, desde cuándo vivo aquí, qué me trajo hoy. Nadie comenta. |
| 30–50 | **En parejas.** Cinco minutos por lado: qué me preocupa aquí y qué quiero de aquí. Después, una frase de cada pareja en la hoja. |
| 50–60 | **Pausa.** Moverse, comer, abrir una ventana. |
| 60–85 | **¿Qué podríamos hacer?** Tres minutos de escribir en silencio, una idea por nota. Se leen y se juntan las parecidas. Ninguna idea es pequeña y aún no se juzga ninguna. |
| 85–105 | **Elegir dos.** Cada persona reparte tres puntos. Para cada una de las dos: el primer paso, un nombre, una fecha. |
| 105–115 | **Última ronda.** Medio minuto cada una: qué me llevo y a quién traigo la próxima vez. |
| 115–120 | **Cierre.** ¿Quién organiza el próximo huddle y cuándo? Nos damos las gracias. Terminamos a tiempo. |

## Las preguntas, para escribir en las hojas

- ¿Qué te preocupa del lugar donde vivimos y qué quieres de él?
- ¿Qué sería distinto en un año si hacemos nuestra parte?
- ¿Qué podemos hacer quienes estamos aquí en las próximas tres semanas, sin pedir permiso a nadie?

## Si solo tienes noventa minutos

Deja fuera las parejas y haz la pausa de cinco minutos. Nunca dejes fuera la primera ronda, la elección de dos acciones ni el final a tiempo.

## Qué tener en la sala

Sillas en círculo, una más de las que esperas. Hojas grandes y cinta. Marcadores, notas, puntos adhesivos. Etiquetas para el nombre. Un reloj. Agua. Una lista para quien quiera el correo del día después.`,
  },
  tips: {
    title: 'Consejos para tu primera vez',
    lead: 'Lo que a otras personas les habría gustado saber.',
    text: `## Invitar

- **Invita de una en una**, en persona o por teléfono. «Voy a recibir a unas vecinas para hablar de nuestra ciudad. Pensé en ti porque…» funciona mucho mejor que una publicación.
- De quienes dicen que sí, vienen dos de cada tres. Invita al número que quieres y a la mitad más.
- Reúne a personas que no se conocen. Pide a cada una que traiga a otra.
- Recuérdaselo la noche anterior. Cómo es la puerta, díselo solo a quien tiene su lugar confirmado.

## Abrir

- Ten listas las sillas media hora antes y úsala para sentarte.
- Saluda a cada persona por su nombre y preséntale a otra.
- Empieza antes de que pasen cinco minutos, aunque falten algunas. Quien llegó a tiempo lo merece.

## En la conversación

- **Alguien habla demasiado:** «Gracias. Me gustaría oír a quienes aún no han hablado».
- **Nadie habla:** cuenta hasta diez. Si sigue el silencio, pide que cada una escriba primero una frase.
- **Alguien calla:** no la señales. Da la vuelta al círculo, donde se vale pasar.
- **Se va hacia las noticias:** «¿En qué parte de esto podemos hacer algo, aquí?».
- **Dos personas discuten:** «Oigo que a las dos les importa. ¿Puede decir cada una en una frase qué espera?». Y sigue. Si suben las voces, mira [Seguridad](/kit/safety).
- **Pierdes el hilo:** dilo y miren juntas la agenda. Te hace humana o humano.

## Comida

Que sea sencilla: agua, algo caliente, algo que todas puedan comer. Marca lo que lleva nueces, carne, leche o alcohol, o deja fuera el alcohol.

## Después

- Escribe en un día, mientras está fresco: las dos acciones, quién hace qué y cuándo, la próxima fecha.
- Llama a quienes dijeron que harían algo. Pregunta qué necesitan, no si ya está hecho.
- Cuéntanos cómo fue, también lo que salió mal. Luego descansa.`,
  },
  safety: {
    title: 'Seguridad y no violencia',
    lead: 'Quien viene aceptó actuar sin violencia. Así cumplimos juntas esa promesa.',
    text: `## El compromiso

Léelo en voz alta con los acuerdos:

> Actúo sin violencia, en lo que hago y digo, hacia todas las personas: las que están aquí, las que no están de acuerdo y las que se nos oponen. Cuando alguien se enoja, busco calmar. No traigo nada hecho para herir.

## Antes

- Elige a dos personas que mantienen la calma y diles qué hacer si alguien se altera. No a quien organiza, que está ocupada.
- Conoce las salidas, dónde está el botiquín y quién sabe primeros auxilios.
- Nunca publiques la dirección de una casa. Si se supo, escribe enseguida a la organización; el huddle puede mudarse a otro lugar.
- Acuerden una palabra con la que puedan decirse: «Te necesito aquí».

## Si alguien se altera

1. Se acerca una persona, no varias. Habla despacio y en voz baja, con las manos a la vista.
2. Haz una pregunta y escucha la respuesta completa. No tienes que estar de acuerdo y no tienes que ganar.
3. Ofrece salir a caminar, o agua. La segunda persona se queda donde la vean.
4. Quien facilita sigue con las demás.

## Si alguien tiene que irse

Lo dice quien organiza, con calma y una sola vez: «Te pido que te vayas ahora. Podemos hablar mañana». Las dos la acompañan a la puerta. Nadie toca a nadie. Si no se va, termina el huddle y deja salir primero a las demás.

## Si hay peligro

**Llama primero al número local de emergencias** y después saca a la gente. Quien no se siente segura puede irse en cualquier momento y no le debe razones a nadie.

## Después

Pregunta a quienes estuvieron cerca cómo están, el mismo día y una semana después. Cuenta a la organización qué pasó; «Denunciar este evento» en la página del evento también llega a quienes moderan.`,
  },
  access: {
    title: 'Un huddle para todas las personas',
    lead: 'Cosas pequeñas deciden si alguien puede participar. Casi todas cuestan solo pensarlas antes.',
    text: `## Dilo en el formulario

Cuenta cómo es el lugar, también lo que le falta, para que la gente pueda decidir: escalones y cuántos, el ancho de la puerta más estrecha, el baño, el estacionamiento y el autobús más cercano, mascotas, humo, olores, ruido, escaleras adentro.

## La entrada

- Lo mejor es un lugar sin escalones: una biblioteca, una escuela, un salón comunitario, una planta baja, un jardín.
- Dos escalones no son «casi accesible». Di «dos escalones».
- Deja en el círculo un espacio sin silla, con lugar para girar (metro y medio).
- Ten unas sillas con brazos y otras sin brazos.

## Oír y ver

- Siéntense en círculo con buena luz, nadie de espaldas a una ventana muy clara. Hay quien lee los labios.
- Una a la vez; di tu nombre al empezar.
- Si alguien pide intérprete de lengua de señas, avisa a la organización al menos una semana antes y dale la agenda.
- Enciende los subtítulos en vivo en una computadora o un teléfono para quien los quiera. Lee en voz alta todo lo que está en las hojas.
- Imprime dos agendas en letra grande (18 puntos o más).

## Idioma

Pregunta en qué idioma se sienten en casa. Sienta juntas a dos que comparten uno, haz una pausa después de cada pregunta y deja que cada quien escriba y hable en el idioma en que piensa. Esta guía está en español y en inglés.

## Horario, niñas y niños, dinero

- Por la tarde puede venir quien no maneja de noche.
- Di si hay lugar para niñas y niños. Basta un rincón con papel y crayones, y alguien que lo cuide.
- Nadie tiene que pagar ni traer nada.

## Si te equivocas

Da las gracias a quien te lo dice, arregla enseguida lo que puedas y pregunta qué ayudaría. Luego anótalo para quien organice la próxima vez.`,
  },
};
