import type { BrowserContext, ConsoleMessage } from '@playwright/test';

/** An answer of 4xx to a question of ours is an expected "no", which the browser also writes to its console. */
const EXPECTED_NO = /^Failed to load resource: the server responded with a status of 4\d\d/;
const NO_NETWORK = /^Failed to load resource: net::ERR_(INTERNET_DISCONNECTED|FAILED|CONNECTION_\w+|EMPTY_RESPONSE)/;

/** Watch hears everything a browser complains about: console, uncaught errors, and the content security policy. */
export class Watch {
  private readonly heard: string[] = [];
  /** offline is true while the journey itself takes the network away. */
  private mayLoseNetwork = false;

  networkMayFail(): void {
    this.mayLoseNetwork = true;
  }

  /** over listens to every page of a context from its first line on. */
  async over(context: BrowserContext): Promise<void> {
    await context.exposeBinding('azReportPolicy', (_, words: string) => this.heard.push(`policy: ${words}`));
    await context.addInitScript(() => {
      window.addEventListener('securitypolicyviolation', (event) => {
        const { violatedDirective, blockedURI, sourceFile, lineNumber } = event;
        const report = (window as unknown as { azReportPolicy(words: string): void }).azReportPolicy;
        report(`${violatedDirective} ${blockedURI} ${sourceFile}:${String(lineNumber)}`);
      });
    });
    context.on('console', (message) => {
      if (message.type() === 'error' && !this.expected(message))
        this.heard.push(`console: ${message.text()} ${message.location().url}`);
    });
    context.on('weberror', (error) => this.heard.push(`error: ${error.error().message}`));
  }

  complaints(): readonly string[] {
    return this.heard;
  }

  private expected(message: ConsoleMessage): boolean {
    const text = message.text();
    if (EXPECTED_NO.test(text)) return /^\/(api|f)\//.test(new URL(message.location().url).pathname);
    return this.mayLoseNetwork && NO_NETWORK.test(text);
  }
}
