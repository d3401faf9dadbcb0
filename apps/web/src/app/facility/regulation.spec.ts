import type { AnswerOf, readRegulation } from '@azukari/contract';
import { REGULATION_PLACES, type Role } from '@azukari/domain';

import { ja } from '../../i18n/ja';
import { openScreen } from '../session/testing';
import { Regulation } from './regulation';

const REGULATION: AnswerOf<typeof readRegulation> = {
  version: 7,
  places: REGULATION_PLACES.map((place) => ({
    place,
    usual: place === 'more' ? '' : `${place} のもとのことば`,
    own: place === 'safe' ? '事務所の金庫（暗証番号つき）' : null,
  })),
};

async function open(role: Role = 'manager') {
  const opened = await openScreen(Regulation, { role });
  opened.http.expectOne('/api/regulation').flush(REGULATION);
  await opened.settle();
  return opened;
}

async function edited() {
  const opened = await open();
  await opened.press(ja.facility.regulation.edit);
  const field = (name: string): HTMLTextAreaElement => {
    const found = opened.screen.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`);
    if (!found) throw new Error(`no place ${name}`);
    return found;
  };
  return { ...opened, field };
}

it('says at each place what holds now, and where these are the words of the house', async () => {
  const { all } = await open();
  const places = all('dl > div');
  expect(places).toHaveLength(REGULATION_PLACES.length);
  expect(places.filter((words) => words.includes(ja.facility.regulation.own))).toEqual([
    expect.stringContaining('事務所の金庫（暗証番号つき）'),
  ]);
  expect(places.join()).toContain('keys のもとのことば');
});

it('sends only what says something else now, also what goes back to the usual words', async () => {
  const { field, http, press, settle, text } = await edited();
  expect(text()).toContain('もとのことば：keys のもとのことば');
  field('safe').value = '';
  field('keys').value = '鍵は施設長と副責任者が持つ';
  await press('保存する');
  const sent = http.expectOne('/api/regulation');
  expect([sent.request.method, sent.request.body]).toEqual([
    'PATCH',
    expect.objectContaining({
      version: 7,
      places: [
        { place: 'safe', text: '' },
        { place: 'keys', text: '鍵は施設長と副責任者が持つ' },
      ],
    }),
  ]);
  sent.flush({ ...REGULATION, version: 8 });
  await settle();
  expect(text()).toContain(ja.facility.regulation.done);
});

it('says at its place what cannot be kept', async () => {
  const { field, http, press, settle, screen } = await edited();
  field('loss').value = 'とても長いことば';
  await press('保存する');
  http
    .expectOne('/api/regulation')
    .flush({ issues: [{ path: 'places.0.text', code: 'too-long' }] }, { status: 400, statusText: 'Bad Request' });
  await settle();
  expect(field('loss').getAttribute('aria-invalid')).toBe('true');
  expect(screen.querySelectorAll('[aria-invalid=true]')).toHaveLength(1);
});

it('is reread where somebody else has changed it', async () => {
  const { field, http, press, settle } = await edited();
  field('loss').value = '別のことば';
  await press('保存する');
  http
    .expectOne('/api/regulation')
    .flush({ refusal: { kind: 'stale-version' } }, { status: 409, statusText: 'Conflict' });
  await settle();
  await press('読みなおす');
  http.expectOne(({ method, url }) => method === 'GET' && url === '/api/regulation');
});

it('who keeps no settings reads it, and changes nothing', async () => {
  const { all } = await open('auditor');
  expect(all('button').join()).not.toContain(ja.facility.regulation.edit);
});
