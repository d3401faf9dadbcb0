import { ChangeDetectionStrategy, Component, inject, output, signal } from '@angular/core';

import { Icon } from '../ui/icon';
import { codeReader, type CodeReader } from '../ui/scan/code-reader';
import { Speech } from '../ui/speech';
import { AnchorsWords } from './anchors-words';

const CHECKPOINT = /^azukari\//;

/** CodePhoto reads the two-dimensional code of a paper from a picture; the picture stays in the browser. It is not there where the browser reads none. */
@Component({
  selector: 'az-code-photo',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    :host:empty {
      display: none;
    }
    input {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      opacity: 0;
    }
    label:focus-within {
      outline: 4px solid currentColor;
      outline-offset: 2px;
    }
  `,
  template: `
    @if (reader(); as codes) {
      <label class="az-button az-button--quiet">
        <az-icon name="magnifier" />{{ speech.say('anchors.photo.label') }}
        <input type="file" accept="image/*" capture="environment" (change)="look(codes, $event)" />
      </label>
      @if (nothing()) {
        <p role="alert">{{ speech.say('anchors.photo.nothing') }}</p>
      }
    }
  `,
})
export class CodePhoto {
  protected readonly speech = inject(Speech);
  /** read is the text of the code that was in the picture. */
  readonly read = output<string>();
  protected readonly reader = signal<CodeReader | null>(null);
  protected readonly nothing = signal(false);

  constructor() {
    inject(AnchorsWords);
    void codeReader().then((codes) => this.reader.set(codes));
  }

  protected async look(codes: CodeReader, event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const [picture] = field.files ?? [];
    if (picture === undefined) return;
    const found = await textsIn(picture, codes);
    // The same picture may be chosen again.
    field.value = '';
    const text = found.find((one) => CHECKPOINT.test(one)) ?? found[0];
    this.nothing.set(text === undefined);
    if (text !== undefined) this.read.emit(text);
  }
}

async function textsIn(picture: Blob, codes: CodeReader): Promise<readonly string[]> {
  try {
    return (await codes.detect(await createImageBitmap(picture))).map(({ rawValue }) => rawValue);
  } catch {
    // InvalidStateError: the file is no picture.
    return [];
  }
}
