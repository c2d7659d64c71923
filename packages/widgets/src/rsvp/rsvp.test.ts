import { expect } from 'chai';
import { createClient, type Campaign, type Client } from '@huddlekit/sdk';
import { html } from 'lit';
import { expectAccessible } from '../test/accessibility.ts';
import { event } from '../test/events.ts';
import { click, fixture, removeFixtures, until } from '../test/fixture.ts';
import { afterEach, describe, it } from '../test/mocha.ts';
import { typeInto } from '../test/story.ts';
import type { HuddleRsvp } from './rsvp.ts';
import { setStanding } from './standing.ts';
import './rsvp.define.ts';

const commitment = { id: 'nonviolence', version: '1', text: 'I will act without violence', url: null };
const huddle = event(1, { commitments: [commitment] });

const campaign = (commitments: Campaign['commitments']): Campaign => ({
  slug: 'ten',
  title: 'Ten Actions',
  summary: '',
  isSample: false,
  goals: [],
  goal: null,
  progress: { count: 0, asOf: '2026-12-01T00:00:00Z' },
  actions: [],
  trainings: [],
  links: { toolkit: null, safety: null, overview: null, privacy: null },
  commitments,
  organizations: [],
});

/** A hub that knows one event; `answer` is what an RSVP gets. */
function hubWith(
  answer: (request: Request) => Response | Promise<Response>,
  read: (request: Request) => Response | Promise<Response> = () => Response.json(huddle),
): {
  client: Client;
  keys: string[];
} {
  const keys: string[] = [];
  const client = createClient({
    hub: 'https://hub.example.org',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (request.method === 'POST') {
        keys.push(request.headers.get('idempotency-key') ?? '');
        return answer(request);
      }
      if (request.url.endsWith('/v1/campaign')) return Response.json({}, { status: 404 });
      return read(request);
    },
  });
  return { client, keys };
}

const receipt = (status: string, waitlistPlace: number | null) => ({
  attendances: [
    {
      id: 'A'.repeat(22),
      eventId: huddle.id,
      timeslotId: huddle.timeslots[0]?.id,
      guests: 0,
      status,
      waitlistPlace,
      createdAt: '2026-12-01T00:00:00Z',
    },
  ],
  manageUrl: 'https://hub.example.org/manage/x',
  calendarUrl: 'https://hub.example.org/x.ics',
  inviteUrl: 'https://hub.example.org/i/x',
});

const problem = (status: number, body: object) =>
  Response.json({ type: 'about:blank', title: 'No', status, requestId: 'r1', ...body }, { status });

async function buttonOf(client: Client): Promise<HuddleRsvp> {
  return fixture<HuddleRsvp>(html`<huddle-rsvp .client=${client} event=${huddle.id}></huddle-rsvp>`);
}

async function openDialog(element: HuddleRsvp): Promise<ShadowRoot> {
  click(element.renderRoot.querySelector('button'));
  const dialog = await until(
    () => element.renderRoot.querySelector('huddle-rsvp-dialog')?.shadowRoot,
    'the dialog',
  );
  await until(() => dialog.querySelector('dialog[open]'), 'the open dialog');
  return dialog;
}

function fill(dialog: ShadowRoot): void {
  typeInto(dialog, '#given-name', 'Maribel');
  typeInto(dialog, '#email', 'maribel@example.org');
  click(dialog.querySelector<HTMLInputElement>('#commitment-nonviolence'));
}

const submit = (dialog: ShadowRoot) => click(dialog.querySelector<HTMLElement>('form .button-primary'));

afterEach(() => {
  removeFixtures();
  setStanding('https://hub.example.org', huddle.id, undefined);
  localStorage.clear();
});

describe('<huddle-rsvp>', () => {
  it('is accessible, closed and open', async () => {
    const element = await buttonOf(hubWith(() => Response.json(receipt('confirmed', null))).client);
    await until(() => element.renderRoot.querySelector('.muted'), 'the places left');
    await expectAccessible(element);
    await openDialog(element);
    await expectAccessible(element);
  });

  it('has its button before it knows the event', async () => {
    const element = await buttonOf(
      createClient({ hub: 'https://hub.example.org', fetch: () => new Promise(() => undefined) }),
    );
    expect(element.renderRoot.querySelector('button')?.textContent?.trim()).to.equal('RSVP');
  });

  it('says what to fix and takes the focus there', async () => {
    const { client, keys } = hubWith(() => Response.json(receipt('confirmed', null)));
    const dialog = await openDialog(await buttonOf(client));
    submit(dialog);
    const summary = await until(() => dialog.querySelector('.error-summary'), 'the summary');
    expect(summary.querySelectorAll('a').length).to.equal(3);
    await until(() => dialog.activeElement === summary, 'the focus');
    click(summary.querySelectorAll('a')[1]);
    expect(dialog.activeElement?.id).to.equal('email');
    expect(keys).to.deep.equal([]);
  });

  it('says that the person is coming, and tells the page so', async () => {
    const element = await buttonOf(
      hubWith(() => Response.json(receipt('confirmed', null), { status: 201 })).client,
    );
    const told: string[] = [];
    element.addEventListener('huddle-rsvp', ({ status }) => told.push(status));
    const dialog = await openDialog(element);
    fill(dialog);
    submit(dialog);
    const confirmed = await until(() => dialog.querySelector('.confirmed'), 'the confirmation');
    expect(confirmed.textContent).to.contain('You’re coming, Maribel');
    expect(told).to.deep.equal(['confirmed']);
  });

  it('says the place in the waiting line', async () => {
    const dialog = await openDialog(
      await buttonOf(hubWith(() => Response.json(receipt('waitlisted', 5), { status: 201 })).client),
    );
    fill(dialog);
    submit(dialog);
    const waiting = await until(() => dialog.querySelector('.confirmed'), 'the answer');
    expect(waiting.textContent).to.contain('number 5');
  });

  it('shows a field’s fault that the hub found', async () => {
    const errors = [{ pointer: '/person/email', code: 'invalid_format', message: 'No' }];
    const dialog = await openDialog(
      await buttonOf(hubWith(() => problem(422, { code: 'validation_failed', errors })).client),
    );
    fill(dialog);
    submit(dialog);
    await until(() => dialog.querySelector('#email-error'), 'the fault at the field');
  });

  it('saves what can’t be sent, calls nobody coming, and sends it once when told to', async () => {
    let isDown = true;
    const { client, keys } = hubWith(() => {
      if (isDown) throw new TypeError('Failed to fetch');
      return Response.json(receipt('confirmed', null), { status: 201 });
    });
    const element = await buttonOf(client);
    const told: string[] = [];
    element.addEventListener('huddle-rsvp', ({ status }) => told.push(status));
    const dialog = await openDialog(element);
    fill(dialog);
    submit(dialog);
    const queued = await until(() => dialog.querySelector('.queued'), 'the saved RSVP', 12_000);
    expect(dialog.textContent).to.contain('It isn’t confirmed yet').and.not.to.contain('You’re coming');
    await expectAccessible(element);
    expect(Object.keys(localStorage)).to.deep.equal([]);
    expect(told).to.deep.equal([]);
    isDown = false;
    click(queued.querySelector('button'));
    const confirmed = await until(() => dialog.querySelector('.confirmed'), 'the confirmation');
    expect(confirmed.textContent).to.contain('You’re coming, Maribel');
    expect(dialog.querySelector('.sent-later')?.textContent).to.contain('was sent at');
    expect(new Set(keys).size).to.equal(1);
    expect(told).to.deep.equal(['confirmed']);
  }).timeout(20_000);

  it('keeps a saved one on the device by a tick alone, and forgets it when it is discarded', async () => {
    const { client } = hubWith(() => {
      throw new TypeError('Failed to fetch');
    });
    const element = await buttonOf(client);
    const dialog = await openDialog(element);
    fill(dialog);
    submit(dialog);
    const queued = await until(() => dialog.querySelector('.queued'), 'the saved RSVP', 12_000);
    click(dialog.querySelector<HTMLInputElement>('input[type=checkbox]'));
    await until(() => JSON.stringify(localStorage).includes('maribel@example.org'), 'the kept RSVP');
    await until(
      () => /Saved, not sent/.test(element.renderRoot.querySelector('button')?.textContent ?? ''),
      'the button',
    );
    click(queued.querySelector<HTMLElement>('.button-quiet'));
    await until(() => dialog.querySelector('.refusal'), 'the form');
    expect(Object.keys(localStorage)).to.deep.equal([]);
    expect(dialog.querySelector<HTMLInputElement>('#email')?.value).to.equal('maribel@example.org');
  }).timeout(20_000);

  it('asks to look into the mail, and says how long the place is kept', async () => {
    const answer = receipt('unconfirmed', null);
    const attendances = answer.attendances.map((attendance) => ({
      ...attendance,
      holdUntil: '2026-12-02T00:00:00Z',
    }));
    const element = await buttonOf(
      hubWith(() => Response.json({ ...answer, attendances }, { status: 201 })).client,
    );
    const dialog = await openDialog(element);
    fill(dialog);
    submit(dialog);
    const confirmed = await until(() => dialog.querySelector('.confirmed'), 'the answer');
    expect(confirmed.textContent)
      .to.contain('maribel@example.org')
      .and.to.match(/kept until Tuesday, December 1, 6 p\.m\. CST/)
      .and.not.to.contain('You’re coming,');
    await expectAccessible(element);
  });

  it('says what everybody accepts in its own language, not the browser’s', async () => {
    const spanish = { ...commitment, text: 'Actuaré sin violencia' };
    const client = createClient({
      hub: 'https://hub.example.org',
      fetch: (input, init) => {
        const { url, headers } = new Request(input, init);
        if (!url.endsWith('/v1/campaign')) return Promise.resolve(Response.json(huddle));
        const isSpanish = headers.get('accept-language') === 'es';
        return Promise.resolve(Response.json(campaign([isSpanish ? spanish : commitment])));
      },
    });
    const dialog = await openDialog(
      await fixture<HuddleRsvp>(
        html`<huddle-rsvp lang="es" .client=${client} event=${huddle.id}></huddle-rsvp>`,
      ),
    );
    await until(() => /Actuaré sin violencia/.test(dialog.textContent ?? ''), 'the Spanish words');
    expect(dialog.textContent).not.to.contain(commitment.text);
  });

  it('knows on this page that its visitor is coming, and takes somebody else too', async () => {
    const { client } = hubWith(() => Response.json(receipt('confirmed', null), { status: 201 }));
    const element = await buttonOf(client);
    const dialog = await openDialog(element);
    fill(dialog);
    submit(dialog);
    click(await until(() => dialog.querySelector<HTMLElement>('.foot-row .button'), 'the answer'));
    await until(
      () => /You’re coming/.test(element.renderRoot.querySelector('button')?.textContent ?? ''),
      'the button',
    );
    expect(Object.keys(localStorage)).to.deep.equal([]);
    const again = await openDialog(element);
    await until(() => /already coming/.test(again.textContent ?? ''), 'the answer');
    await expectAccessible(element);
    click(again.querySelector<HTMLInputElement>('input[type=checkbox]'));
    expect(JSON.stringify(localStorage)).to.contain('/manage/').and.not.to.contain('aribel');
    click(again.querySelector<HTMLInputElement>('input[type=checkbox]'));
    expect(Object.keys(localStorage)).to.deep.equal([]);
    click(again.querySelector<HTMLElement>('.foot-links button'));
    await until(() => again.querySelector('#given-name'), 'the form');
  });

  it('offers five calendars and a code to scan', async () => {
    const element = await buttonOf(
      hubWith(() => Response.json(receipt('confirmed', null), { status: 201 })).client,
    );
    const dialog = await openDialog(element);
    fill(dialog);
    submit(dialog);
    await until(() => dialog.querySelector('svg.qr path'), 'the code');
    click(dialog.querySelector('summary'));
    const links = [...dialog.querySelectorAll<HTMLAnchorElement>('.calendars a')];
    expect(links.map(({ hostname }) => hostname)).to.deep.equal([
      'calendar.google.com',
      'hub.example.org',
      'outlook.live.com',
      'outlook.office.com',
      'calendar.yahoo.com',
    ]);
    await expectAccessible(element);
  });

  it('keeps its key until a refusal: what failed may have been made', async () => {
    const wrongEmail = { pointer: '/person/email', code: 'invalid_format', message: 'Check the spelling' };
    const answers = [
      () => problem(503, { code: 'unavailable' }),
      () => problem(422, { code: 'validation_failed', errors: [wrongEmail] }),
      () => Response.json(receipt('confirmed', null), { status: 201 }),
    ];
    let press = 0;
    const { client, keys } = hubWith(() => answers[press]?.() ?? Response.error());
    const dialog = await openDialog(await buttonOf(client));
    fill(dialog);
    submit(dialog);
    await until(() => dialog.querySelector('.refusal'), 'the notice', 12_000);
    press = 1;
    submit(dialog);
    await until(() => dialog.querySelector('.error-summary'), 'the refusal');
    press = 2;
    submit(dialog);
    await until(() => dialog.querySelector('.confirmed'), 'the confirmation');
    const [first = '', second = ''] = new Set(keys);
    expect(keys).to.deep.equal([first, first, first, first, second]);
  }).timeout(20_000);

  it('has no form any more once the hub says that the event is over', async () => {
    const dialog = await openDialog(
      await buttonOf(hubWith(() => problem(409, { code: 'event_over' })).client),
    );
    fill(dialog);
    submit(dialog);
    const notice = await until(() => dialog.querySelector('.refusal'), 'the notice');
    await until(() => dialog.activeElement === notice, 'the focus');
    expect(notice.textContent).to.contain('This event is over');
    expect(dialog.querySelector('form')).to.equal(null);
    expect(notice.querySelector('a')).not.to.equal(null);
  });

  it('has no form where the event is over by the time it is opened', async () => {
    const [slot] = huddle.timeslots;
    const end = Date.now() + 500;
    const ending = { ...slot, startDate: '2026-01-01T10:00:00Z', endDate: new Date(end).toISOString() };
    let asked = 0;
    const { client } = hubWith(
      () => problem(409, { code: 'event_over' }),
      () => {
        asked++;
        return Response.json({ ...huddle, timeslots: [ending] });
      },
    );
    const element = await buttonOf(client);
    await until(() => asked > 0 && Date.now() > end, 'the end');
    const dialog = await openDialog(element);
    expect(dialog.querySelector('.refusal')?.textContent).to.contain('This event is over');
    expect(dialog.querySelector('form')).to.equal(null);
  });

  it('opens one dialog, however often it is pressed', async () => {
    const element = await buttonOf(hubWith(() => Response.json(receipt('confirmed', null))).client);
    const dialog = () => element.renderRoot.querySelector('huddle-rsvp-dialog');
    await until(() => {
      if (!dialog()) click(element.renderRoot.querySelector('button'));
      return dialog();
    }, 'the dialog');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(element.renderRoot.querySelectorAll('huddle-rsvp-dialog')).to.have.length(1);
  });

  it('shows the event it is given last, whichever answer comes first', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const other = event(2, { rsvp: 'none' });
    const { client } = hubWith(
      () => Response.json(receipt('confirmed', null)),
      async ({ url, signal }) => {
        if (url.endsWith(other.id)) return Response.json(other);
        await gate;
        signal.throwIfAborted();
        return Response.json(huddle);
      },
    );
    const element = await buttonOf(client);
    await new Promise((resolve) => setTimeout(resolve));
    element.event = other.id;
    const text = () => element.renderRoot.textContent ?? '';
    await until(() => element.renderRoot.querySelector('button') === null, 'the other event');
    open();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(element.renderRoot.querySelector('button'), text()).to.equal(null);
  });

  it('keeps what takes the focus above its foot', async () => {
    const dialog = await openDialog(
      await buttonOf(hubWith(() => Response.json(receipt('confirmed', null))).client),
    );
    const foot = dialog.querySelector('.dialog-foot');
    const box = dialog.querySelector<HTMLInputElement>('#commitment-nonviolence');
    box?.focus();
    expect(dialog.querySelector('dialog')?.scrollTop).to.be.greaterThan(0);
    expect(box?.getBoundingClientRect().bottom).to.be.at.most(foot?.getBoundingClientRect().top ?? 0);
  });

  it('gives the focus back to the button', async () => {
    const element = await buttonOf(hubWith(() => Response.json(receipt('confirmed', null))).client);
    const dialog = await openDialog(element);
    click(dialog.querySelector<HTMLElement>('.close'));
    await until(() => !element.renderRoot.querySelector('huddle-rsvp-dialog'), 'the dialog to go');
    expect(element.renderRoot.querySelector('button')).to.equal(
      (element.shadowRoot as ShadowRoot).activeElement,
    );
  });
});
