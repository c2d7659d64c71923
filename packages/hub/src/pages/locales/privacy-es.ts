import type { privacyEn } from './privacy-en.ts';

export const privacyEs: Record<keyof typeof privacyEn, string> = {
  privacyTitle: 'Privacidad',
  privacyNot:
    'Sin cuenta, sin rastreo y sin cookies para quien visita. Estas páginas y los widgets no piden nada a nadie más que a este hub.',
  privacyAsOf: 'Esta página se hace a partir de cómo está configurado este hub ahora.',
  privacyWhoTitle: 'Quién responde por esto',
  privacyWho: '{name} administra este hub.',
  privacyNoContact: 'Aquí no se dio una dirección; pregunta a quien te trajo a esta página.',
  privacyKeptTitle: 'Qué se guarda y por cuánto tiempo',
  privacyGuests: 'Cuando vienes',
  privacyGuestsText:
    'Tu nombre, tu correo y, si los das, tu teléfono, tu código postal y lo que necesitas para participar, todo cifrado. Al lado, legible: qué evento, cuántos invitados, tu idioma y tu zona horaria, qué enlace te trajo, qué aceptaste y a quién permitiste escribirte. Se borra {time} después del evento, o de la última grabación de una serie. Un código sin nombre sigue en la cuenta hasta que termine la campaña.',
  privacyHosts: 'Cuando organizas',
  privacyHostsText:
    'Tu nombre, tu correo y tu teléfono y los de quienes organizan contigo, cifrados. El texto del evento y el nombre que muestras son públicos cuando lo es el evento.',
  privacyHome: 'La dirección de una casa',
  privacyHomeText:
    'Aparte de lo demás, cifrada. El público ve una zona o una ciudad. La ve quien organiza, y quien tiene su lugar confirmado en la página del enlace de su correo; cada consulta queda anotada.',
  privacyReports: 'Cuando denuncias un evento',
  privacyReportsText: 'Tus palabras y tu correo, si lo das, cifrados, para quienes moderan.',
  privacyNoEnd:
    'Donde aquí no se dice un plazo, se queda hasta que {name} lo borre; puedes pedirlo cuando quieras.',
  privacyMailsWaiting: 'Los correos para ti',
  privacyMailsWaitingText:
    'Cifrados mientras esperan. Lo que dicen se borra aquí cuando se entregan; que uno salió, y un resumen con clave de su buzón, después de {time}.',
  privacyMailsOnDisk:
    'Se escriben como archivos en esta máquina, donde se quedan hasta que alguien los borre.',
  privacyLinkToConfirm: 'El enlace para confirmar un evento',
  privacyLinkToConfirmText: 'Funciona durante {time} y una sola vez.',
  privacySends: 'Una marca de cada formulario enviado',
  privacySendsText:
    'Un resumen con clave, para que un formulario enviado dos veces cuente una, con los identificadores de lo que resultó. Se borra después de {time}.',
  privacyNetwork: 'Tu dirección de red',
  privacyNetworkText:
    'Nunca se escribe. Cuando se envía una denuncia o se pide entrar, se cuenta en la memoria, para frenar abusos, y deja de contar en menos de {time}.',
  privacyModerators: 'Cuando moderas',
  privacyModeratorsText:
    'Tu correo, cifrado. El enlace que recibes funciona durante {link}; la cookie que te deja dentro, durante {session}.',
  privacyRecord: 'Un registro de actos',
  privacyRecordText:
    'Quién hizo qué con qué evento o lugar, por función e identificador, sin nombres ni correos. El registro de solicitudes no tiene direcciones, enlaces ni nombres.',
  privacyLockTitle: 'Cómo está protegido',
  privacyLock:
    'Con AES-256-GCM, cada dato atado a su lugar. Los correos se buscan por un resumen con clave. Las claves están en un archivo propio, no en la base de datos: con una copia de la base de datos sola, lo cifrado no se puede leer.',
  privacyBackups:
    'Las copias de seguridad son de {name}. Una copia con la base de datos y las claves la puede leer quien tenga ambas; deben estar en dos lugares.',
  privacyShareTitle: 'Quién más recibe algo',
  privacyEverybody: 'Todo el mundo',
  privacyEverybodyText:
    'Los eventos públicos: en listas, en el mapa y en los canales para calendarios y otros sitios. Nunca un correo, un teléfono ni el nombre de quien viene.',
  privacyReaders: 'Quienes moderan',
  privacyReadersByHand:
    'Leen cada evento antes de que sea público, y cada cambio. No ven la dirección de ninguna casa.',
  privacyReadersTrusted:
    'Leen antes de que sean públicos los eventos de quienes aún no tienen su confianza. No ven la dirección de ninguna casa.',
  privacyReadersAll:
    'Los eventos son públicos en cuanto los confirma quien organiza; quienes moderan actúan ante las denuncias. No ven la dirección de ninguna casa.',
  privacyOrganizations: 'Organizaciones',
  privacyShareNone: 'Ninguna. El formulario de esta campaña no nombra organizaciones.',
  privacyShare: 'Solo las que tú marcas, y solo lo que marcas:',
  privacyEmail: 'correo',
  privacySms: 'mensajes de texto',
  privacyMail: 'El servidor de correo',
  privacyMailSmtp:
    '{host}, que eligió la organización, lleva los correos y por eso ve a quién van y qué dicen.',
  privacyMailFile: 'Ninguno. Este hub no envía correos.',
  privacyTrial: 'No tiene una dirección pública: es una prueba en la máquina de alguien.',
  privacyAskTitle: 'Ver, corregir, borrar',
  privacyAsk:
    'Con el enlace de tu correo ves lo que diste, lo cambias o cancelas. Cancelar devuelve el lugar; no borra lo que escribiste.',
  privacyErase:
    'Para que se borre, o para pedir una copia, escribe a {name} desde el mismo correo, a la dirección de arriba, y di de qué evento se trata.',
  privacyOwn: 'Lee el aviso de privacidad de la organización',
};
