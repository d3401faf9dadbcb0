/** Lints texts that are in no file: [{ path, text }] as JSON on standard input, [[rule, …], …] on standard output. */
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const eslint = new ESLint({
  cwd: new URL('../..', import.meta.url).pathname,
  // The files do not exist, so no compiler knows their types; what is tried here needs none.
  overrideConfig: [
    {
      files: ['**/*.ts'],
      ...tseslint.configs.disableTypeChecked,
      languageOptions: { parserOptions: { projectService: false, project: false } },
    },
  ],
});

const answers = [];
for (const { path, text: code } of JSON.parse(await text(process.stdin))) {
  const results = await eslint.lintText(code, { filePath: path });
  answers.push(results.flatMap((result) => result.messages).map(({ ruleId, message }) => ruleId ?? message));
}
process.stdout.write(JSON.stringify(answers));
