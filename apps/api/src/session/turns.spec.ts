import { Turns } from './turns.ts';
import type { Whose } from './turns.ts';

/** A queue whose pieces of work end when they are told to. */
function queue(atOnce: number, mostWaiting: number) {
  const turns = new Turns(atOnce, mostWaiting);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const take = (whose: Whose, name: string): Promise<void> =>
    turns.take(whose, () => {
      begun.push(name);
      return new Promise<void>((resolve) => ends.set(name, resolve));
    });
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { take, begun, end };
}

test('so many run at once and no more; whoever is known goes before every stranger', async () => {
  const { take, begun, end } = queue(2, 30);
  const all = [
    ...['a', 'b', 'c', 'd'].map((name) => take('stranger', name)),
    ...['e', 'f'].map((name) => take('known', name)),
  ];
  expect(begun).toEqual(['a', 'b']);
  for (const name of ['a', 'b', 'e', 'f', 'c', 'd']) await end(name);
  expect(begun).toEqual(['a', 'b', 'e', 'f', 'c', 'd']);
  await Promise.all(all);
});

test('strangers who fill their line leave the place of the known free', async () => {
  const { take, begun, end } = queue(1, 2);
  const all = ['a', 'b', 'c'].map((name) => take('stranger', name));
  await expect(take('stranger', 'd')).rejects.toMatchObject({ refusal: { kind: 'too-many-attempts' } });
  all.push(take('known', 'e'));
  for (const name of ['a', 'e', 'b', 'c']) await end(name);
  expect(begun).toEqual(['a', 'e', 'b', 'c']);
  await Promise.all(all);
});

test('a place is free again after a failure, and the next one takes it', async () => {
  const turns = new Turns(1, 1);
  const failing = turns.take('known', () => Promise.reject(new Error('no')));
  const next = turns.take('known', () => Promise.resolve('next'));
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('next');
  expect(await turns.take('stranger', () => Promise.resolve('later'))).toBe('later');
});
