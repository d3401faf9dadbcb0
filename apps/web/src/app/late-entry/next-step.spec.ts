import { nextStep } from './next-step';

function drawn(): HTMLElement {
  const form = document.createElement('div');
  for (const step of ['back', 'due', 'purpose']) {
    const control = document.createElement('input');
    control.id = step;
    control.dataset['step'] = step;
    form.append(control);
  }
  document.body.replaceChildren(form);
  return form;
}
const from = (form: HTMLElement, id: string): HTMLElement => form.querySelector<HTMLElement>(`#${id}`) ?? form;

it('goes on to the next control, and says where there is none', () => {
  const form = drawn();
  expect(nextStep(form, from(form, 'back'))).toBe(true);
  expect(document.activeElement?.id).toBe('due');
  expect(nextStep(form, from(form, 'purpose'))).toBe(false);
});

it('does not go to a control that is about to leave, which would take the focus with it', () => {
  const form = drawn();
  expect(nextStep(form, from(form, 'back'), 'due')).toBe(true);
  expect(document.activeElement?.id).toBe('purpose');
});
