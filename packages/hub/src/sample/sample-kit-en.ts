/** A page of the host kit in one language. */
export interface KitText {
  readonly title: string;
  readonly lead: string;
  readonly text: string;
}

/** The host kit of the sample campaign in English, by the ids of its pages. */
export const sampleKitEn = {
  overview: {
    title: 'What you are hosting',
    lead: 'Ten to fifteen people, one room, two hours. You bring them together; the agenda does the rest.',
    text: `A **huddle** is a small meeting in a home or a community space. People who care about the same place get to know each other, talk about what it needs, and leave with two things they will do. Nobody gives a speech. You don’t have to be an expert, an organizer or a good cook.

## What a good huddle does

- Everybody has spoken within the first fifteen minutes.
- People hear something from a neighbor that they didn’t know.
- It ends on time, with **two actions**, each with a name and a date beside it.
- Somebody in the room offers to host the next one.

## What it asks of you

| When | What | How long |
| --- | --- | --- |
| Two weeks before | Choose a day, fill in the form, press the button in our mail | 20 minutes |
| Ten days before | Invite ten people you know and two you don’t know yet | 1 hour |
| One week before | Find one facilitator for every ten to fifteen guests | 30 minutes |
| The day before | Remind everybody, look at the room, print the agenda | 1 hour |
| The day | Open the door, hold the time, close | 3 hours |
| The day after | Write to everybody: the two actions, the names, the next date | 30 minutes |

## What the public sees

The map shows your first name and, for a home, only the area. The street address is kept encrypted. Guests whose place is confirmed get it from us, 24 hours before the start unless you choose otherwise. Please don’t put it into the title, the description or a post.`,
  },
  guidelines: {
    title: 'Guidelines for hosts',
    lead: 'What to settle beforehand, who facilitates, and the agreements that make a room safe to speak in.',
    text: `## How many people

Ten to fifteen guests are best: enough for different views, few enough that everybody speaks. You need **one facilitator for every ten to fifteen guests**. The host can be the first one.

| Guests | Facilitators |
| --- | --- |
| up to 15 | 1 |
| 16 to 30 | 2 |
| 31 to 45 | 3 |

With more than one facilitator, greet and close together and do the rest of the agenda in circles of their own, in corners or rooms where they can’t hear each other.

## The host and the facilitator

- **The host** looks after the place: the door, the chairs, the food, the clock, the people who arrive late or feel alone.
- **The facilitator** looks after the talk: reads the questions aloud, keeps the order of speakers, brings in who is quiet, says when time is up.
- Both read this kit whole and talk for half an hour beforehand. Neither uses the huddle to convince the others of a plan.

## Agreements to read aloud

1. One person speaks at a time; everybody gets a turn before anybody gets a second one.
2. We speak from our own experience, and we ask before we advise.
3. What is told here stays here; what is learned here may leave.
4. We may disagree. We stay curious and kind.
5. We act **without violence**, in what we do and say. See [Safety](/kit/safety).
6. Photos only of people who said yes, and never of the outside of a home.

Ask: “Can everybody live with these? Is one missing?” Add it to the list.

## Before the day

- Look who is coming on your own page; its link is in our mail.
- Answer each question about access before it is asked. See [A huddle for everybody](/kit/access).
- Agree with somebody who lives near what you do if you fall ill.
- Print the [agenda](/kit/agenda) and this page, once for each facilitator.`,
  },
  agenda: {
    title: 'A proposed agenda',
    lead: 'Two hours with a break. Change the order if you must, but keep the first round and the last one.',
    text: `Put up a clock that all can see. Write each question on a big sheet. The minutes are for one circle of ten to fifteen.

| Minutes | What we do |
| --- | --- |
| before | **Arrive.** Name tags with first names, something to drink. Somebody stands at the door. |
| 0–5 | **Welcome.** The host: why I opened my door, where the restroom and the exits are, when we end. |
| 5–10 | **Agreements.** The facilitator reads them aloud; anybody may add one. |
| 10–30 | **First round.** Each, one minute: my name, how long I have lived here, what brought me today. Nobody comments. |
| 30–50 | **In pairs.** Five minutes each way: what worries me here, and what I love here. Then one sentence from each pair on the sheet. |
| 50–60 | **Break.** Move, eat, open a window. |
| 60–85 | **What could we do?** Three minutes of writing in silence, one idea a note. Read them out, put like with like. No idea is too small, and none is judged yet. |
| 85–105 | **Choose two.** Everybody has three dots to give. For each of the two: the first step, one name, one date. |
| 105–115 | **Last round.** Each, half a minute: what I take with me, and whom I’ll bring next time. |
| 115–120 | **Close.** Who hosts the next huddle, and when? Thank each other. End on time. |

## The questions, to write on the sheets

- What worries you about where we live, and what do you love about it?
- What would be different in a year if we did our part?
- What can the people in this room do in the next three weeks, without asking anybody’s leave?

## If you have only ninety minutes

Leave out the pairs, and make the break five minutes. Never leave out the first round, the choice of two actions, or the end on time.

## What to have in the room

Chairs in a circle, one more than you expect. Big sheets and tape. Markers, notes, dot stickers. Name tags. A clock. Water. A list for those who want the mail of the day after.`,
  },
  tips: {
    title: 'Tips for your first time',
    lead: 'What hosts tell us they would have liked to know.',
    text: `## Inviting

- **Ask people one by one**, in person or by phone. “I’m having some neighbors over to talk about our town. I thought of you because…” works far better than a post.
- Of those who say yes, two in three come. Invite for the number you want, and a half more.
- Bring together people who don’t know each other. Ask each guest to bring one.
- Remind everybody the evening before. Say what the door looks like only to those whose place is confirmed.

## Opening

- Be done with the chairs half an hour early, and use it to sit down.
- Greet each person by name and introduce them to one other.
- Start within five minutes of the hour, also if some are missing. Those who came on time deserve it.

## In the talk

- **Somebody speaks too long:** “Thank you. I’d like to hear from those who haven’t spoken yet.”
- **Nobody speaks:** count to ten. If it stays silent, ask all to write one sentence first.
- **Somebody is quiet:** don’t call on them. Go around the circle, where passing is fine.
- **It turns to the news:** “What of this can we do something about, here?”
- **Two people quarrel:** “I hear that this matters to both of you. Can each say in one sentence what you hope for?” Then go on. If voices rise, see [Safety](/kit/safety).
- **You lose the thread:** say so, and look at the agenda together. It makes you human.

## Food

Keep it simple: water, something warm, something that all may eat. Label what has nuts, meat, milk or alcohol in it, or leave alcohol out.

## After

- Write within a day, while it is warm: the two actions, who does what by when, the next date.
- Call those who said they would do something. Ask what they need, not whether it is done.
- Tell us how it went, also what went wrong. Then rest.`,
  },
  safety: {
    title: 'Safety and nonviolence',
    lead: 'Everybody who comes has agreed to act without violence. This is how we keep that promise together.',
    text: `## The commitment

Read it aloud with the agreements:

> I act without violence, in what I do and say, toward everyone: those here, those who disagree, and those who oppose us. When somebody grows angry, I try to calm. I bring nothing that is made to hurt.

## Before

- Choose two people who stay calm easily, and tell them what to do if somebody is upset. Not the host, who is busy.
- Know the exits, where first-aid things are, and who of you knows first aid.
- Never publish the address of a home. If it has got out, write to the organizer at once; the huddle can move to another place.
- Agree on a word by which the host and the two can say to each other: “I need you here.”

## If somebody is upset

1. One person goes to them, not several. Speak slowly and quietly, with your hands to be seen.
2. Ask one question and listen to the whole answer. You don’t have to agree, and you don’t have to win.
3. Offer a walk outside, or water. The second person stays within sight.
4. The facilitator goes on with the others.

## If somebody must leave

The host says it, calmly and once: “I’m asking you to leave now. We can talk tomorrow.” The two go with them to the door. Nobody touches anybody. If they don’t leave, end the huddle and let everybody else go first.

## If you are in danger

**Call your local emergency number first**, then get people out. A person who feels unsafe may leave at any time and owes nobody a reason.

## Afterwards

Ask those who were near it how they are, the same day and a week later. Tell the organizer what happened; “Report this event” on the event’s page reaches the moderators too.`,
  },
  access: {
    title: 'A huddle for everybody',
    lead: 'Small things decide whether somebody can take part. Most cost nothing but a thought beforehand.',
    text: `## Say it in the form

Tell what the place is like, also what it lacks, so that people can decide: steps and how many, the width of the narrowest door, the restroom, parking and the nearest bus, pets, smoke, scents, noise, stairs inside.

## The way in

- A place without steps is best: a library, a school, a community hall, a ground floor, a garden.
- Two steps are not “almost accessible”. Say “two steps”.
- Leave a space in the circle without a chair, with room to turn (five feet across).
- Have some chairs with arms and some without.

## Hearing and seeing

- Sit in a circle in good light, nobody with their back to a bright window. People read lips.
- One at a time; say your name when you begin.
- If somebody asks for a sign-language interpreter, tell the organizer at least a week before, and give the interpreter the agenda.
- Turn on live captions on a laptop or phone for who wants them. Read aloud all that is on the sheets.
- Print two agendas in large letters (18 points or more).

## Language

Ask in which language people are at home. Put two who share one side by side, pause after each question, and let people write and speak in the language they think in. The kit is here in English and in Spanish.

## Time, children, money

- An afternoon lets people come who can’t drive at night.
- Say whether children are welcome. A corner with paper and crayons, and somebody who looks after it, is enough.
- Nobody has to pay or bring anything.

## If you get it wrong

Thank who tells you, put right what you can at once, and ask what would help. Then write it down for the next host.`,
  },
} as const satisfies Record<string, KitText>;
