import { answerReminder, changeContact, handOver, leaveResident, listEntries, removeContact } from '@azukari/contract';
import { addDays } from '@azukari/domain';
import type { Home, House } from '../../testing/house.ts';
import { hashOf } from '../../session/token.ts';
import { FamilyHouse, MAIL, nonceOf, UNKNOWN } from './testing/family-house.ts';
import type { Opened } from './testing/family-house.ts';

const LARGEST_PAGE_BYTES = 60_000;

let at: FamilyHouse;
let house: House;
beforeAll(async () => {
  at = await FamilyHouse.open();
  house = at.house;
});
afterAll(() => at.close());
beforeEach(() => {
  at.goTo(0);
});

const entriesOf = async (home: Home = house) =>
  (await home.manager.ok(listEntries, undefined, { type: 'notice.answered' })).entries;

describe('the page of a family', () => {
  test('says who asks, of whose card, until when in both eras, and asks one question', async () => {
    const { token } = await at.link();
    const { status, text } = await at.open(token);
    expect(status).toBe(200);
    for (const part of [
      'さくら苑',
      '03-1234-5678',
      'tel:0312345678',
      '生活相談員の佐藤',
      '（Ｙ・Ｈ様）',
      '令和',
      '暗証番号',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/山田|太郎|ハナ|やまだ|<script|http/);
    expect(text.match(/type="radio"/g)).toHaveLength(5);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(LARGEST_PAGE_BYTES);
  });

  test.each([
    ['ja-easy', '<ruby>', 'lang="ja"'],
    ['en', 'Please choose your answer', 'lang="en"'],
  ])('speaks %s', async (language, part, lang) => {
    const { token } = await at.link({ language });
    const { text } = await at.open(token);
    expect(text).toContain(part);
    expect(text).toContain(lang);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(LARGEST_PAGE_BYTES);
  });

  test('has that answer chosen which was pressed in the mail, and writes nothing by it', async () => {
    const { token } = await at.link();
    const chosen = async (query: string) =>
      (await at.open(`${token}${query}`)).text.match(/value="([\w-]+)"(?: class="goes")? checked/)?.[1];
    expect(await chosen('?answer=call-me')).toBe('call-me');
    expect(await chosen('?answer=self-renewal')).toBe('self-renewal');
    for (const query of ['', '?answer=', '?answer=everything', '?answer=noted&answer=noted', '?other=noted'])
      expect(await chosen(query)).toBeUndefined();
    expect((await at.open(token)).text).toContain('<form');
  });

  test('is kept by nobody, framed by nobody, and runs nothing', async () => {
    const { token } = await at.link();
    for (const { headers } of [await at.open(token), await at.open(UNKNOWN)]) {
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(Object.fromEntries(headers)).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': expect.stringContaining('noindex') as string,
        'x-content-type-options': 'nosniff',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
      });
      expect(headers.get('set-cookie')).toBeNull();
    }
  });

  test('a mail scanner that opens it ten times writes nothing and tells nobody', async () => {
    const opened = await at.link();
    const { token } = opened;
    const before = await house.ledgerSize();
    for (let n = 0; n < 10; n++) await at.open(token);
    expect(await house.ledgerSize()).toBe(before);
    expect(await at.ask(`/f/${token}`, { method: 'HEAD' })).toMatchObject({ status: 404 });
    expect(await at.noticesAbout(opened)).toMatchObject([{ state: 'accepted', answers: [] }]);
  });
});

describe('an answer', () => {
  test('is written down in one go, by the one who gave it, and shown from then on', async () => {
    const opened = await at.link();
    const { token, contact } = opened;
    const plannedOn = addDays(house.clock.today(), 5);
    const { status, headers } = await at.answer(token, { answer: 'self-renewal', plannedOn });
    expect([status, headers.get('location')]).toEqual([303, token]);
    const [entry] = await entriesOf();
    expect(entry).toMatchObject({
      actor: { id: null, name: '山田 太郎' },
      facts: { contact: contact.id, answer: 'self-renewal', plannedOn, way: 'link' },
    });
    expect(JSON.parse(entry?.leaf ?? '{}')).toMatchObject({ actor: `contact:${contact.id}`, auth: 'link' });
    expect(await at.noticesAbout(opened)).toMatchObject([
      { state: 'acknowledged', answers: [{ way: 'link', task: 'prepare-pick-up', plannedOn, taskClosedOn: null }] },
    ]);
    const { text } = await at.open(token);
    expect(text).toContain('お返事をいただきました');
    expect(text).toContain(`${String(Number(plannedOn.slice(0, 4)))}年`);
    expect(text).not.toContain('<form');
  });

  test('counts once, however often the form is sent, also at the same moment', async () => {
    const { token } = await at.link();
    const nonce = nonceOf(await at.open(token));
    const before = (await entriesOf()).length;
    const all = await Promise.all(
      ['consult', 'call-me', 'consult'].map((one) => at.send(token, { nonce, answer: one })),
    );
    expect(all.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await at.send(token, { nonce, answer: 'call-me' })).toMatchObject({ status: 303 });
    expect(await entriesOf()).toHaveLength(before + 1);
  });

  test('that she has read it closes nothing: she can decide later, the same day', async () => {
    const opened = await at.link();
    const { token } = opened;
    await at.answer(token, { answer: 'noted' });
    const { text } = await at.open(token);
    expect(text).toContain('お返事をいただきました');
    expect(text.match(/type="radio"/g)).toHaveLength(4);
    expect(text).not.toContain('value="noted"');
    await at.answer(token, { answer: 'self-renewal', plannedOn: addDays(house.clock.today(), 3) });
    const [notice] = await at.noticesAbout(opened);
    expect(notice?.answers.map(({ answer: given }) => given)).toEqual(['noted', 'self-renewal']);
    expect((await at.open(token)).text).not.toContain('<form');
  });

  test('takes back the mails that wait about it', async () => {
    const opened = await at.link();
    const { resident, token } = opened;
    at.office.always = { at: 'connect', does: 'cut' };
    await house.aContact({ residentId: resident.id, ...MAIL, email: 'second@example.jp', order: 2 });
    at.goTo(15, '10:00');
    await at.wake();
    const waiting = async (): Promise<number> =>
      (await at.noticesAbout(opened)).filter(({ state }) => state === 'queued').length;
    expect(await waiting()).toBeGreaterThan(0);
    await at.answer(token, { answer: 'use-certificate' });
    expect(await waiting()).toBe(0);
    at.office.always = null;
  });

  test('that settles the card says nothing of the paper in the same mail that has to be applied for', async () => {
    const opened = await at.link({}, house, [
      { kind: 'care-limit-certificate', printedExpiresOn: addDays(house.clock.today(), 20) },
    ]);
    await at.answer(opened.token, { answer: 'use-certificate' });
    at.goTo(14);
    await at.wake();
    const [next, first] = await at.noticesAbout(opened);
    expect(first?.lines.map(({ kind }) => kind).sort()).toEqual(['certificate-expiry', 'must-apply']);
    expect(next?.lines.map(({ kind }) => kind)).toEqual(['must-apply']);
  });

  test.each([
    ['nothing', {}, 'お返事を一つお選びください。'],
    ['no answer of ours', { answer: 'yes' }, 'お返事を一つお選びください。'],
    ['no day', { answer: 'self-renewal' }, '行かれる日を入力してください。'],
    ['a day that is none', { answer: 'self-renewal', plannedOn: '2026-02-30' }, '日付を読みとれませんでした'],
    ['words', { answer: 'self-renewal', plannedOn: '"><b>' }, '日付を読みとれませんでした'],
    ['a day that is over', { answer: 'self-renewal', plannedOn: '2020-01-01' }, '過ぎた日が入力されています'],
    ['a mistyped year', { answer: 'self-renewal', plannedOn: '2206-12-01' }, '一年より先の日が入力されています'],
  ])('with %s is asked again, and nothing of it is lost', async (_, fields, says) => {
    const { token } = await at.link();
    const before = await house.ledgerSize();
    const page = await at.answer(token, fields);
    const { status, text } = page;
    expect(status).toBe(422);
    expect(text).toContain(says);
    expect(text).not.toContain('"><b>');
    const given: { answer?: string; plannedOn?: string } = fields;
    if (given.plannedOn) expect(text).toContain(`value="${given.plannedOn.replace('"><b>', '&quot;&gt;&lt;b&gt;')}"`);
    if (given.answer === 'self-renewal') expect(text).toMatch(/value="self-renewal"[^>]* checked/);
    expect(await house.ledgerSize()).toBe(before);
    expect(nonceOf(page)).not.toBe('');
  });

  test.each([
    ['2031年 1月 9日', (today: string) => `${today.slice(0, 4)}年${today.slice(5, 7)}月${today.slice(8)}日`],
    ['full width', (today: string) => today.replaceAll(/\d/g, (n) => String.fromCodePoint(0xff10 + Number(n)))],
    ['slashes', (today: string) => today.replaceAll('-', '/')],
  ])('reads a day where the browser has no calendar: %s', async (_, written) => {
    const { token } = await at.link();
    const today = house.clock.today();
    expect(await at.answer(token, { answer: 'self-renewal', plannedOn: written(today) })).toMatchObject({
      status: 303,
    });
    expect((await entriesOf())[0]?.facts).toMatchObject({ plannedOn: today });
  });

  test('entered by the staff is shown on her page, and the page asks no more', async () => {
    const opened = await at.link();
    const { token } = opened;
    const [notice] = await at.noticesAbout(opened);
    await house.manager.ok(answerReminder, { answer: 'call-me', plannedOn: null }, { id: notice?.id ?? '' });
    const { text } = await at.open(token);
    expect(text).toContain('電話で話したい');
    expect(text).not.toContain('<form');
  });

  test('is of its own facility', async () => {
    const { token } = await at.link({}, house.second);
    const { text } = await at.open(token);
    expect(text).toContain('もみじ苑');
    expect(text).not.toContain('さくら苑');
    const [before, size] = [(await entriesOf(house.second)).length, await house.ledgerSize()];
    await at.answer(token, { answer: 'consult' });
    expect(await entriesOf(house.second)).toHaveLength(before + 1);
    expect(await house.ledgerSize()).toBe(size);
  });
});

describe('a link dies', () => {
  const change = async ({ contact }: Opened, to: object): Promise<unknown> => {
    const { id, residentId, mailFails, version, ...fields } = contact;
    return house.manager.ok(changeContact, { ...fields, version, ...to }, { id });
  };
  test.each<[string, (of: Opened) => unknown]>([
    ['after 60 days', () => at.goTo(61, '10:00')],
    ['when her address changes', (of) => change(of, { email: 'new@example.jp' })],
    ['when she wants letters', (of) => change(of, { notices: 'letter', address: '東京都千代田区1-1' })],
    ['when she wants none', (of) => change(of, { notices: 'none' })],
    ['when she may not know any more', (of) => change(of, { mayKnow: false })],
    ['when nothing may reach her', (of) => change(of, { handOver: 'never' })],
    ['when she is off the list', ({ contact }) => house.manager.ok(removeContact, { version: 1 }, { id: contact.id })],
    [
      'when another 身元引受人 is entered',
      ({ resident: { id: residentId } }) =>
        house.aContact({ residentId, name: '引受 二郎', capacity: 'guarantor', order: 9 }),
    ],
    [
      'after a death',
      ({ resident }) =>
        house.manager.ok(leaveResident, { version: 1, on: house.clock.today(), reason: 'died' }, { id: resident.id }),
    ],
  ])('%s, and then tells and takes nothing', async (_, happens) => {
    const opened = await at.link();
    const nonce = nonceOf(await at.open(opened.token));
    await happens(opened);
    const [size, dead, stranger] = [await house.ledgerSize(), await at.open(opened.token), await at.open(UNKNOWN)];
    expect(dead.status).toBe(404);
    expect(dead.text).toBe(stranger.text);
    expect(await at.send(opened.token, { nonce, answer: 'consult' })).toMatchObject({
      status: 404,
      text: stranger.text,
    });
    expect(await house.ledgerSize()).toBe(size);
  });

  test('with the mail that was called back', async () => {
    const { token } = await at.link();
    await house.database.writes.run(({ sql }) =>
      sql.run('UPDATE notice SET link_hash = NULL WHERE link_hash = ?', [hashOf(token)]),
    );
    expect(await at.open(token)).toMatchObject({ status: 404 });
  });

  test('but not with the card: who opens it then hears that it is done', async () => {
    const { item, token } = await at.link();
    const receiver = { relation: 'family' as const, name: '長男', contactId: null };
    await house.manager.ok(handOver, { itemIds: [item.id], disposition: 'returned', receiver });
    const { status, text } = await at.open(token);
    expect(status).toBe(200);
    expect(text).toContain('手続きは終わりました');
    expect(text).not.toMatch(/<form|マイナンバーカード/);
  });
});

test('the mail keeps no link in the database that could be used', async () => {
  const { token } = await at.link();
  const rows = await house.database.reads.sql.all<object>('SELECT * FROM notice WHERE link_hash IS NOT NULL');
  const settled = JSON.stringify(rows);
  expect(settled).toContain(hashOf(token));
  expect(settled).not.toContain(token);
});
