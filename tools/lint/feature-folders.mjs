import { dirname, resolve, sep } from 'node:path';

/**
 * featureFolders keeps a feature folder of an app out of the insides of another. Folders that every feature may use
 * are named in `shared`; of another feature only the files that carry its own name may be imported, if `doors` says
 * so (`residents/residents.service.ts` is the door of `residents`, `residents/resident.row.ts` is inside).
 */
export const featureFolders = {
  meta: {
    type: 'problem',
    schema: [
      {
        type: 'object',
        properties: {
          root: { type: 'string' },
          shared: { type: 'array', items: { type: 'string' } },
          doors: { type: 'boolean' },
        },
        required: ['root', 'shared', 'doors'],
        additionalProperties: false,
      },
    ],
    messages: { inside: '{{here}}/ may not reach into {{there}}/: import its door, or move what both need up' },
  },
  create(context) {
    const { root, shared, doors } = context.options[0];
    const base = resolve(context.cwd, root) + sep;
    const here = featureOf(context.filename, base);
    if (here === undefined || shared.includes(here)) return {};

    const check = (node) => {
      const imported = node.source?.value;
      if (typeof imported !== 'string' || !imported.startsWith('.')) return;
      const target = resolve(dirname(context.filename), imported);
      const there = featureOf(target, base);
      if (there === undefined || there === here || shared.includes(there)) return;
      if (doors && target.slice(base.length).startsWith(`${there}${sep}${there}.`)) return;
      context.report({ node, messageId: 'inside', data: { here, there } });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

function featureOf(path, base) {
  const parts = path.startsWith(base) ? path.slice(base.length).split(sep) : [];
  return parts.length > 1 ? parts[0] : undefined;
}
