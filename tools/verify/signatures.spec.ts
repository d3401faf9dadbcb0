import { nodeMeans } from './node-means.ts';
import { examinePack } from './pack.ts';
import { randomLog } from './testing/random-log.ts';
import { packOf } from './testing/random-pack.ts';

test('a platform that cannot check a signature says nothing of the record', async () => {
  const verify = (): Promise<boolean> => Promise.reject(new Error('no Ed25519 here'));
  await expect(examinePack(await packOf(randomLog(5, 12)), null, { ...nodeMeans(), verify })).rejects.toThrow(
    'no Ed25519',
  );
});

test('of two signatures that do not verify, the earlier is told', async () => {
  const log = randomLog(5, 2_000);
  const checked: number[] = [];
  const means = nodeMeans();
  const verify = (_: Uint8Array, message: Uint8Array): boolean => {
    const size = Number(new TextDecoder().decode(message).split('\n')[1]);
    checked.push(size);
    return size < 900;
  };
  const report = await examinePack(await packOf(log), null, { ...means, verify });
  expect(report.logs[0]?.outcome).toEqual({
    verdict: 'broken',
    seq: Math.min(...checked.filter((size) => size >= 900)) - 1,
    at: 'checkpoint:signature',
  });
});
