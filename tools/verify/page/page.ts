/// <reference lib="dom" />
import { hex, parseVerifierKey, readAnchorCode } from '@azukari/domain';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Means } from '../means.ts';
import { examinePack } from '../pack.ts';
import type { Report } from '../pack.ts';
import { receiptWords } from '../receipt-words.ts';
import { receiptIn } from '../receipt-file.ts';
import { examineReceipt } from '../receipt.ts';
import type { ReceiptReport, Witness } from '../receipt.ts';
import { reportWords, verdictWords } from '../words.ts';
import type { Language } from '../words.ts';
import { pageHelpers } from './helper.ts';
import { WORDS } from './page-words.ts';
import { skill } from './skill.ts';

const at = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
const form = at('form') as HTMLFormElement;
const file = at('file') as HTMLInputElement;
const pasteBox = at('pasted') as HTMLTextAreaElement;
const anchorBox = at('anchor') as HTMLTextAreaElement;
const result = at('result');
const bar = at('bar') as HTMLProgressElement;
const button = at('start') as HTMLButtonElement;

let language: Language = 'ja';
let report: Report | null = null;
let receipt: ReceiptReport | null = null;
let failure = false;

const say = (word: keyof (typeof WORDS)['ja']): string => WORDS[language][word];

/** speak writes the page in the language at hand, the result too. */
function speak(): void {
  document.documentElement.lang = language;
  document.title = say('title');
  for (const place of document.querySelectorAll<HTMLElement>('[data-say]'))
    place.textContent = say(place.dataset['say'] as keyof (typeof WORDS)['ja']);
  at('language').textContent = say('otherLanguage');
  result.hidden = report === null && receipt === null && !failure;
  if (failure) tell('cannot-judge', say('cannot'), [say('cannotWhy')]);
  else if (report) tell(report.verdict, verdictWords(report, language), reportWords(report, language));
  else if (receipt) tell(receipt.verdict, verdictWords(receipt, language), receiptWords(receipt, language));
}

function tell(verdict: Report['verdict'], title: string, lines: readonly string[]): void {
  result.dataset['verdict'] = verdict;
  at('verdict').textContent = title;
  at('lines').replaceChildren(
    ...lines.map((line) => {
      const one = document.createElement('li');
      one.textContent = line.trim();
      one.classList.toggle('indent', line.startsWith(' '));
      return one;
    }),
  );
}

/** witnessIn reads what was typed or pasted: a checkpoint, a code, a key, or nothing; undefined is none of them. */
function witnessIn(typed: string): Witness | null | undefined {
  if (typed.trim() === '') return null;
  const key = parseVerifierKey(typed.trim(), sha256);
  if (key !== null) return { kind: 'key', key };
  const code = readAnchorCode(typed);
  if (code !== null) return { kind: 'code', code };
  // A mail may have added blanks around it, and Windows its own ends of line.
  const note = `${typed.replaceAll('\r', '').trim()}\n`;
  return /^azukari\//.test(note) ? { kind: 'checkpoint', note } : undefined;
}

/** The codes of a paper are read one after the other; whatever reads them may lose or add blanks at the very ends. */
function receiptPasted(text: string): string {
  const pasted = text.replaceAll('\r', '').trim();
  return pasted === '' ? '' : `${pasted}\n`;
}

const means: Means = {
  ...skill,
  helpers: pageHelpers,
  digest: () => {
    const running = sha256.create();
    return { update: (bytes) => running.update(bytes), hex: () => hex(running.digest()) };
  },
  progress: async (done, of) => {
    bar.value = done / of;
    at('count').textContent = `${done.toLocaleString()} / ${of.toLocaleString()}`;
    await new Promise((resolve) => setTimeout(resolve));
  },
};

async function start(): Promise<void> {
  const [chosen] = file.files ?? [];
  const witness = witnessIn(anchorBox.value);
  at('anchor-error').textContent = witness === undefined ? say('anchorError') : '';
  anchorBox.toggleAttribute('aria-invalid', witness === undefined);
  const pasted = receiptPasted(pasteBox.value);
  at('file-error').textContent = chosen === undefined && pasted === '' ? say('fileError') : '';
  if ((chosen === undefined && pasted === '') || witness === undefined) return;
  button.disabled = true;
  at('working').hidden = false;
  report = null;
  receipt = null;
  failure = false;
  speak();
  try {
    const given = pasted === '' ? chosen && (await receiptIn(chosen)) : pasted;
    if (given) receipt = await examineReceipt(given, witness, means);
    // A pack names its keys itself; one that was brought says nothing more.
    else if (chosen) report = await examinePack(chosen, witness?.kind === 'key' ? null : witness, means);
  } catch (error) {
    console.error(error);
    failure = true;
  }
  at('working').hidden = true;
  button.disabled = false;
  speak();
  result.focus();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void start();
});
at('language').addEventListener('click', () => {
  language = language === 'ja' ? 'en' : 'ja';
  speak();
});
speak();
