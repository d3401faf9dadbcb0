import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { annotated } from './furigana';
import { provideRuby } from './ruby-renderer';

@Component({ selector: 'az-frame', template: '<b><ng-content /></b>' })
class Frame {}

@Component({
  selector: 'az-words',
  imports: [Frame],
  template: `
    <p [attr.aria-label]="word()" [title]="word()">{{ word() }}・{{ typed }}</p>
    <select>
      <option>{{ word() }}</option>
    </select>
    <svg>
      <text>{{ word() }}</text>
    </svg>
    <ul>
      @for (one of list(); track one) {
        {{ one }}
        @if (shows()) {
          {{ word() }}
        }
      }
    </ul>
    @if (shows()) {
      <az-frame>{{ word() }}<i></i></az-frame>
    }
  `,
})
class Words {
  readonly word = signal(annotated('出《だ》す'));
  readonly list = signal<readonly string[]>(['一', '二', '三'].map((one) => annotated(`${one}《・》`)));
  readonly shows = signal(true);
  readonly typed = '出《だ》す';
}

/** seen is what stands in an element; [出|だ] is a word with its reading. */
function seen(element: Element | null): string {
  const inside = [...(element?.childNodes ?? [])].map((node) => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element)) return '';
    if (node.nodeName === 'RT') return `|${node.getAttribute('aria-hidden') === 'true' ? seen(node) : 'read twice'}`;
    if (node.nodeName === 'RUBY') return `[${seen(node)}]`;
    return `<${node.localName}>${seen(node)}</${node.localName}>`;
  });
  return inside.join('');
}

function open() {
  TestBed.configureTestingModule({ providers: [provideRuby()] });
  const fixture = TestBed.createComponent(Words);
  fixture.detectChanges();
  const page = fixture.nativeElement as HTMLElement;
  const html = (selector: string) => seen(page.querySelector(selector)).replaceAll(/\s+/g, ' ').trim();
  return { words: fixture.componentInstance, html, page, turn: () => fixture.detectChanges() };
}

const DRAWN = '<az-ruby>[出|だ]す</az-ruby>';

it('readings stand over our own words; what people typed stays what it is', () => {
  const { html } = open();
  expect(html('p')).toBe(DRAWN.replace('</az-ruby>', '・出《だ》す</az-ruby>'));
});

it('attributes, choices of a list and drawings get the word alone', () => {
  const { page, html } = open();
  expect(page.querySelector('p')?.getAttribute('aria-label')).toBe('出す');
  expect(page.querySelector('p')?.title).toBe('出す');
  expect(html('option')).toBe('出す');
  expect(html('text')).toBe('出す');
});

it('a word that changes is drawn anew, and one without a reading is a plain text again', () => {
  const { words, html, page, turn } = open();
  words.word.set(annotated('今日《きょう》'));
  turn();
  expect(html('p')).toBe('<az-ruby>[今日|きょう]・出《だ》す</az-ruby>');
  words.word.set('Take out');
  turn();
  expect(html('p')).toBe('Take out・出《だ》す');
  expect(html('option')).toBe('Take out');
  expect(page.querySelectorAll('az-frame az-ruby')).toHaveLength(0);
  words.word.set(annotated('出《だ》す'));
  turn();
  expect(html('az-frame b')).toContain(DRAWN);
});

it('what is moved, taken away, put back and projected keeps its place', () => {
  const { words, page, html, turn } = open();
  const order = () => [...page.querySelectorAll('ul az-ruby')].map((one) => one.textContent.trim());
  expect(order()).toEqual(['一・', '出だす', '二・', '出だす', '三・', '出だす']);
  expect(html('az-frame b')).toBe(`${DRAWN}<i></i>`);
  words.list.set([...words.list()].reverse());
  turn();
  expect(order()).toEqual(['三・', '出だす', '二・', '出だす', '一・', '出だす']);
  words.shows.set(false);
  turn();
  expect(order()).toEqual(['三・', '二・', '一・']);
  words.shows.set(true);
  words.list.set(words.list().slice(1));
  turn();
  expect(order()).toEqual(['二・', '出だす', '一・', '出だす']);
  expect(html('az-frame b')).toBe(`${DRAWN}<i></i>`);
  words.list.set([]);
  turn();
  expect(html('ul')).toBe('');
});
