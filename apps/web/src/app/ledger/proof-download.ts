import { HttpClient } from '@angular/common/http';
import { DOCUMENT, inject, Injectable } from '@angular/core';
import { readProof, readReceipt } from '@azukari/contract';
import { firstValueFrom } from 'rxjs';

import { addressOf } from '../ui/api';

/** ProofDownload saves the proof of one entry, or its receipt, as a file: a proof's text is for other people's tools, not for this screen. */
@Injectable({ providedIn: 'root' })
export class ProofDownload {
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);

  /** save answers whether the proof was handed to the browser. */
  save(seq: number, log: 'custody' | 'access'): Promise<boolean> {
    const address = addressOf(readProof, { path: { seq: String(seq) }, query: { log } });
    return this.fetched(address, `azukari-${log}-${String(seq)}.tlog-proof`);
  }

  /** saveReceipt answers whether the receipt of a movement, a PDF with the proof in it, was handed to the browser. */
  saveReceipt(seq: number): Promise<boolean> {
    const address = addressOf(readReceipt, { path: { seq: String(seq) } });
    return this.fetched(address, `azukari-custody-${String(seq)}.pdf`);
  }

  private async fetched(address: string, name: string): Promise<boolean> {
    try {
      const file = await firstValueFrom(this.http.get(address, { responseType: 'blob' }));
      const url = URL.createObjectURL(file);
      const link = this.document.createElement('a');
      link.href = url;
      link.download = name;
      link.click();
      URL.revokeObjectURL(url);
      return true;
    } catch {
      // HttpErrorResponse: nothing was lost, the proof can be asked for again.
      return false;
    }
  }
}
