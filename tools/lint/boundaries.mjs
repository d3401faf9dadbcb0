/** RULE is the rule that keeps the arrows between rooms pointing downward. */
const RULE = '@nx/enforce-module-boundaries';

/** Beside these nothing from npm may enter the two lower rooms; their specs may also use a property tester. */
const DOMAIN_PACKAGES = ['temporal-polyfill'];
const CONTRACT_PACKAGES = ['zod'];
const SPEC_PACKAGES = ['fast-check', '@jest/globals'];

const constraints = (extra) => [
  {
    sourceTag: 'room:domain',
    onlyDependOnLibsWithTags: [],
    allowedExternalImports: [...DOMAIN_PACKAGES, ...extra],
  },
  {
    sourceTag: 'room:contract',
    onlyDependOnLibsWithTags: ['room:domain'],
    allowedExternalImports: [...CONTRACT_PACKAGES, ...extra],
  },
  {
    sourceTag: 'room:api',
    onlyDependOnLibsWithTags: ['room:contract', 'room:domain'],
    bannedExternalImports: ['@angular/*', '@jsverse/*'],
  },
  {
    sourceTag: 'room:web',
    onlyDependOnLibsWithTags: ['room:contract', 'room:domain'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'better-sqlite3', 'pg', 'pino', 'fastify', '@fastify/*'],
  },
  {
    sourceTag: 'room:e2e',
    onlyDependOnLibsWithTags: ['room:contract'],
    bannedExternalImports: ['@nestjs/*', '@angular/*', 'typeorm', 'better-sqlite3', 'pg'],
  },
  { sourceTag: 'room:tools', onlyDependOnLibsWithTags: ['room:domain'], bannedExternalImports: ['@angular/*'] },
];

/** boundaries is the rule for one kind of file; `allow` names doors that stand open to it. */
export function boundaries({ packages = [], allow = [] } = {}) {
  return { [RULE]: ['error', { allow, banTransitiveDependencies: true, depConstraints: constraints(packages) }] };
}

/** specBoundaries lets a spec also use the property tester and the test database. */
export const specBoundaries = boundaries({ packages: SPEC_PACKAGES, allow: ['@azukari/tools/*'] });
