import { inUse, type Place, placeTree } from './place';

const place = (id: string, parentId: string | null, of: Partial<Place> = {}): Place => ({
  id,
  parentId,
  kind: 'pouch',
  label: id,
  path: id,
  items: 0,
  retired: false,
  version: 1,
  ...of,
});

it('what is retired and empty is left out; what still holds something stays with all that it stands in', () => {
  const retired = { retired: true };
  const tree = placeTree([
    place('safe', null),
    place('1', 'safe'),
    place('2', 'safe', retired),
    place('3', 'safe', { ...retired, items: 1 }),
    place('old drawer', 'safe', retired),
    place('4', 'old drawer', retired),
    place('5', 'old drawer', { ...retired, items: 2 }),
    place('old safe', null, retired),
  ]);
  const named = (nodes: ReturnType<typeof inUse>): unknown[] =>
    nodes.map(({ place: { id }, inside }) => (inside.length === 0 ? id : [id, named(inside)]));
  expect(named(inUse(tree))).toEqual([['safe', ['1', '3', ['old drawer', ['5']]]]]);
});
