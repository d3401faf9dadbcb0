import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { afterNextRender } from '@angular/core';
import { MatDialogModule, MatDialogRef } from '@angular/material/dialog';

import { Speech } from '../speech';
import { codeReader, type CodeReader } from './code-reader';
import type { Scan } from './scanner';
import { pouchIn } from './label';

/** So often a second is looked at the picture. */
const LOOK_EVERY_MS = 200;

/** Why the camera shows nothing. */
type Trouble = 'no-reader' | 'refused' | 'no-camera';

/** CameraDialog reads the label of a pouch with the camera. The picture stays in the browser, and none is kept. */
@Component({
  selector: 'az-camera-dialog',
  imports: [MatDialogModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ speech.say('scan.camera.title') }}</h2>
    <mat-dialog-content>
      @if (trouble(); as why) {
        <p role="alert">{{ speech.say('scan.camera.' + why) }}</p>
      } @else {
        <p>{{ speech.say('scan.camera.lead') }}</p>
        <video #picture muted playsinline [attr.aria-label]="speech.say('scan.camera.picture')"></video>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button type="button" class="az-button az-button--floor" mat-dialog-close>{{ speech.say('shell.close') }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    video {
      inline-size: 100%;
      max-block-size: 50vh;
      border-radius: var(--az-radius);
      background: black;
    }
  `,
})
export class CameraDialog {
  protected readonly speech = inject(Speech);
  private readonly dialog = inject<MatDialogRef<CameraDialog, Scan>>(MatDialogRef);
  private readonly picture = viewChild<ElementRef<HTMLVideoElement>>('picture');
  protected readonly trouble = signal<Trouble | null>(null);
  private stream: MediaStream | null = null;
  private looking: ReturnType<typeof setInterval> | undefined;
  private closed = false;

  constructor() {
    afterNextRender(() => void this.open());
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  private async open(): Promise<void> {
    const codes = await codeReader();
    if (codes === null) {
      this.trouble.set('no-reader');
      return;
    }
    try {
      // Without https a browser has no camera to offer at all.
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      this.stream = stream;
      const video = this.picture()?.nativeElement;
      if (this.closed || !video) {
        this.stop();
        return;
      }
      video.srcObject = stream;
      await video.play();
      this.looking = setInterval(() => void this.look(codes, video), LOOK_EVERY_MS);
    } catch (error) {
      // NotAllowedError: somebody said no. Otherwise there is none, another program has it, or it is no secure address (TypeError).
      this.trouble.set(error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'no-camera');
    }
  }

  private async look(codes: CodeReader, video: HTMLVideoElement): Promise<void> {
    try {
      const [first] = await codes.detect(video);
      if (first === undefined || this.closed) return;
      const id = pouchIn(first.rawValue);
      this.dialog.close(id === null ? { kind: 'other' } : { kind: 'pouch', id });
    } catch {
      // InvalidStateError: no picture has come yet.
    }
  }

  private stop(): void {
    this.closed = true;
    clearInterval(this.looking);
    for (const track of this.stream?.getTracks() ?? []) track.stop();
  }
}
