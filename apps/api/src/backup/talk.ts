import { createInterface } from 'node:readline/promises';

/** Talk is the conversation with the person at the computer; suites hold it themselves. */
export interface Talk {
  readonly say: (...lines: readonly string[]) => void;
  readonly ask: (question: string) => Promise<string>;
}

/** TERMINAL is that conversation where the command was typed. */
export const TERMINAL: Talk = {
  say: (...lines) => {
    for (const line of lines) console.log(line);
  },
  ask: async (question) => {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    // A terminal that ends has answered nothing.
    const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
    const answer = await Promise.race([terminal.question(`${question} `), ended]);
    terminal.close();
    return answer.trim();
  },
};
