import { HttpClient } from '@angular/common/http';
import { DOCUMENT, inject, Injectable } from '@angular/core';
import { readProof } from '@azukari/contract';
import { firstValueFrom } from 'rxjs';

import { addressOf } from '../ui/api';

/** ProofDownload saves the proof of one entry as a file: its text is for other people's tools, not for this screen. */
@Injectable({ providedIn: 'root' })
export class ProofDownload {
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);

  /** save answers whether the file was handed to the browser. */
  async save(seq: number, log: 'custody' | 'access'): Promise<boolean> {
    try {
      const address = addressOf(readProof, { path: { seq: String(seq) }, query: { log } });
      const text = await firstValueFrom(this.http.get(address, { responseType: 'text' }));
      const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
      const link = this.document.createElement('a');
      link.href = url;
      link.download = `azukari-${log}-${String(seq)}.tlog-proof`;
      link.click();
      URL.revokeObjectURL(url);
      return true;
    } catch {
      // HttpErrorResponse: nothing was lost, the proof can be asked for again.
      return false;
    }
  }
}
