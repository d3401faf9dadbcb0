import {
  type EnvironmentProviders,
  inject,
  provideEnvironmentInitializer,
  type Renderer2,
  RendererFactory2,
} from '@angular/core';

import { isAnnotated, piecesOf, withoutReadings } from './furigana';

/** Shown is what a text of a template says, and what is drawn for it. */
interface Shown {
  readonly said: string;
  readonly drawn: HTMLElement | null;
}

/** Texts is shared by all renderers: what one component's makes, another's may put into its own place. */
type Texts = WeakMap<Node, Shown>;

/** Where a text can have no elements beside it. */
const BARE = new Set(['OPTION', 'TITLE', 'TEXTAREA', 'STYLE', 'SCRIPT']);

/**
 * provideRuby draws the readings of annotated texts, on every screen and without a word of it in their templates. Angular keeps
 * its own text node, empty; what is seen stands in one element right behind it, so that a flex or grid container counts one
 * thing as before, and whatever Angular puts in front of a node still comes in front. Attributes get the text alone.
 */
export function provideRuby(): EnvironmentProviders {
  return provideEnvironmentInitializer(() => {
    const factory = inject(RendererFactory2);
    const create = factory.createRenderer.bind(factory);
    const made = new WeakMap<Renderer2, Renderer2>();
    const texts: Texts = new WeakMap();
    factory.createRenderer = (host, type) => {
      const plain = create(host, type);
      const known = made.get(plain) ?? withRuby(plain, texts);
      made.set(plain, known);
      return known;
    };
  });
}

/** withRuby is a renderer that inherits everything from another and differs in what this file is about. */
function withRuby(plain: Renderer2, texts: Texts): Renderer2 {
  const show = (node: Text): void => {
    const shown = texts.get(node);
    const parent = node.parentNode;
    if (!shown || !parent) return;
    if (!(parent instanceof HTMLElement || parent instanceof DocumentFragment) || BARE.has(parent.nodeName)) return;
    const drawn = draw(node.ownerDocument, shown);
    node.data = '';
    node.after(drawn);
    texts.set(node, { said: shown.said, drawn });
  };
  const forget = (node: Node): void => {
    texts.get(node)?.drawn?.remove();
  };

  const own: Partial<Renderer2> = {
    createText(value: string) {
      const node = plain.createText(withoutReadings(value)) as Text;
      if (isAnnotated(value)) texts.set(node, { said: value, drawn: null });
      return node;
    },
    setValue(node: Text, value: string) {
      forget(node);
      texts.delete(node);
      plain.setValue(node, withoutReadings(value));
      if (!isAnnotated(value)) return;
      texts.set(node, { said: value, drawn: null });
      show(node);
    },
    appendChild(parent: Node, child: Node) {
      plain.appendChild(parent, child);
      show(child as Text);
    },
    insertBefore(parent: Node, child: Node, before: Node, isMove?: boolean) {
      plain.insertBefore(parent, child, before, isMove);
      show(child as Text);
    },
    removeChild(parent: Node, child: Node, isHost?: boolean) {
      forget(child);
      plain.removeChild(parent, child, isHost);
    },
    setAttribute(element: Element, name: string, value: string, namespace?: string | null) {
      plain.setAttribute(element, name, withoutReadings(value), namespace);
    },
    setProperty(element: Element, name: string, value: unknown) {
      plain.setProperty(element, name, typeof value === 'string' ? withoutReadings(value) : value);
    },
  };
  return Object.assign(Object.create(plain) as Renderer2, own);
}

/** What stands already is moved along: only a text that changed is drawn anew. */
function draw(document: Document, { said, drawn }: Shown): HTMLElement {
  if (drawn) return drawn;
  const whole = document.createElement('az-ruby');
  for (const { text, reading } of piecesOf(said)) {
    if (reading === null) {
      whole.append(text);
      continue;
    }
    const over = document.createElement('rt');
    over.setAttribute('aria-hidden', 'true');
    over.append(reading);
    const base = document.createElement('ruby');
    base.append(text, over);
    whole.append(base);
  }
  return whole;
}
