import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { type Colleague, type Holder, HolderPicker } from './holder-picker';
import { WordsLoader } from './transloco-loader';

const person = (id: string, role: Colleague['role'], level: Colleague['level']): Colleague => ({
  id,
  name: id,
  role,
  level,
});
const STAFF = [
  person('admin', 'admin', null),
  person('auditor', 'auditor', null),
  person('deputy', 'floor', 'deputy'),
  person('handler', 'floor', 'handler'),
  person('night', 'floor', 'emergency-only'),
  person('nobody', 'floor', null),
  person('responsible', 'manager', 'responsible'),
];
const APPOINTED = ['deputy', 'handler', 'responsible'];

@Component({
  selector: 'az-form',
  imports: [HolderPicker],
  template: '<az-holder-picker [me]="me" [staff]="staff" [(holder)]="holder" />',
})
class Form {
  me = '';
  readonly staff = STAFF;
  readonly holder = signal<Holder>({ kind: 'staff', staffId: '' });
}

async function offered(me: string, holds: string): Promise<readonly string[]> {
  TestBed.configureTestingModule({
    providers: [provideTransloco({ config: { availableLangs: ['ja'], defaultLang: 'ja' }, loader: WordsLoader })],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  const page = TestBed.createComponent(Form);
  page.componentInstance.me = me;
  page.componentInstance.holder.set({ kind: 'staff', staffId: holds });
  await page.whenStable();
  const options = (page.nativeElement as HTMLElement).querySelectorAll<HTMLOptionElement>('#holder option');
  return [...options].map(({ value }) => value).filter((value) => value !== 'other');
}

it.each([
  ['who may take out today', 'handler', 'handler', ['handler', 'deputy', 'responsible']],
  ['oneself, also without an appointment', 'nobody', 'nobody', ['nobody', ...APPOINTED]],
  [
    'whoever has it now, also after the appointment ended',
    'deputy',
    'night',
    ['deputy', 'handler', 'night', 'responsible'],
  ],
])('offers %s', async (_, me, holds, people) => {
  expect(await offered(me, holds)).toEqual(people);
});
