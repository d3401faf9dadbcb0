import { hash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { chromium as pathOfChromium, CHROMIUM_FLAGS } from '../browser.mjs';
import { nodeMeans } from '../verify/node-means.ts';
import { examinePack } from '../verify/pack.ts';
import { buildPage } from '../verify/page/build.mjs';
import { randomLog } from '../verify/testing/random-log.ts';
import { packOf } from '../verify/testing/random-pack.ts';

const ENTRIES = Number(process.env.BENCH_VERIFY_ENTRIES ?? 100_000);
/** A checkpoint is made within a minute of a write: on a busy day one for some twenty entries. Keys change once in years. */
const HABITS = { signed: 14, keyChanged: 12_000 };
const ROUNDS = 3;

/**
 * verifyRate is how many entries a second the verifier judges, replay included, in Node and on the page in a browser; beside either
 * one SHA-256 of each entry's text by the platform's own means, in the same process.
 */
export async function verifyRate() {
  const log = randomLog(1, ENTRIES, 1, HABITS);
  const pack = await packOf(log);
  const { outcome } = (await examinePack(pack, null, nodeMeans())).logs[0];
  const node = await best(async () => {
    const { verdict } = await examinePack(pack, null, nodeMeans());
    if (verdict !== 'holds') throw new Error(verdict);
  });
  const bytes = log.leaves.map((leaf) => Buffer.from(leaf));
  const raw = await best(() => bytes.forEach((leaf) => hash('sha256', leaf, 'buffer')));
  const of = log.leaves.length;
  return {
    entries: of,
    checkpoints: outcome.checkpoints,
    words: outcome.fieldsOpen,
    node: { perSecond: of / node, hashesPerSecond: of / raw },
    page: await onThePage(pack, log.leaves),
  };
}

async function best(work) {
  const seconds = [];
  for (let n = 0; n < ROUNDS; n++) {
    const began = performance.now();
    await work();
    seconds.push((performance.now() - began) / 1000);
  }
  return Math.min(...seconds);
}

/** As a stranger does it: the page from a file, without a network. */
async function onThePage(pack, leaves) {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-bench-verify-'));
  const browser = await chromium.launch({ executablePath: await pathOfChromium(), args: [...CHROMIUM_FLAGS] });
  try {
    await buildPage(join(folder, 'verify.html'));
    writeFileSync(join(folder, 'pack.zip'), new Uint8Array(await pack.arrayBuffer()));
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(folder, 'verify.html')).href);
    await page.locator('#file').setInputFiles(join(folder, 'pack.zip'));
    const seconds = [];
    for (let n = 0; n < ROUNDS; n++) seconds.push(await page.evaluate(judged));
    const raw = await page.evaluate(hashed, leaves);
    return { perSecond: leaves.length / Math.min(...seconds), hashesPerSecond: leaves.length / raw };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

/** Runs in the page: the seconds from the press of the button to the verdict. */
async function judged() {
  const [button, result] = [document.getElementById('start'), document.getElementById('result')];
  const began = performance.now();
  button.click();
  while (button.disabled) await new Promise((resolve) => setTimeout(resolve));
  if (result.dataset.verdict !== 'holds') throw new Error(result.textContent);
  return (performance.now() - began) / 1000;
}

/** Runs in the page: the seconds for one SHA-256 of each text, a thousand under way at a time. */
async function hashed(texts) {
  const bytes = texts.map((text) => new TextEncoder().encode(text));
  const began = performance.now();
  for (let n = 0; n < bytes.length; n += 1000)
    await Promise.all(bytes.slice(n, n + 1000).map((one) => crypto.subtle.digest('SHA-256', one)));
  return (performance.now() - began) / 1000;
}

if (import.meta.main) console.log(await verifyRate());
