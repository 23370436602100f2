// The table of rooms: what each folder of src may import, and which packages. `npm run rooms` holds it.

/** A rule that `room` imports nothing but the named rooms, packages and, if it may, Node's own modules. */
function room(name, { rooms, packages, node = true }) {
  const allowed = [
    ...rooms.map((other) => `^src/${other}`),
    ...packages.map((pattern) => `(^|/)node_modules/${pattern}`),
  ].join('|')
  const rule = {
    name: `${name}-imports`,
    severity: 'error',
    comment: `${name} may import ${[...rooms, ...packages].join(', ')}${node ? ' and node:*' : ''}`,
    from: { path: `^src/${name}(/|\\.ts$)`, pathNot: '^src/store/generated/' },
    to: { pathNot: allowed, dependencyTypesNot: ['core'] },
  }
  const noNode = { name: `${name}-no-node`, severity: 'error', comment: `${name} does no I/O`, from: { path: `^src/${name}/` }, to: { dependencyTypes: ['core'] } }
  return node ? [rule] : [rule, noNode]
}

const dateFns = ['date-fns/', '@date-fns/']

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', comment: 'imports go one way', from: { pathNot: '^src/store/generated/' }, to: { circular: true } },
    { name: 'not-resolvable', severity: 'error', comment: 'every import exists', from: { pathNot: '^src/store/generated/' }, to: { couldNotResolve: true } },
    { name: 'entrances-are-not-imported', severity: 'error', comment: 'main and cli compose, nobody imports them', from: { pathNot: '^src/(main\\.ts|cli/)' }, to: { path: '^src/(main\\.ts|cli/)' } },
    { name: 'sandbox-is-not-imported', severity: 'error', comment: 'the bot does not know the stand-in', from: { pathNot: '^src/(sandbox|cli)/' }, to: { path: '^src/sandbox/' } },
    ...room('domain', { rooms: ['domain/'], packages: dateFns, node: false }),
    ...room('store', { rooms: ['store/', 'domain/'], packages: ['@prisma/', 'zod/', 'pg/', 'better-sqlite3/'] }),
    ...room('usecases', { rooms: ['usecases/', 'domain/', 'store/'], packages: dateFns }),
    { name: 'usecases-no-io', severity: 'error', comment: 'of Node a use-case needs no more than a hash', from: { path: '^src/usecases/' }, to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' } },
    { name: 'usecases-no-prisma', severity: 'error', comment: 'Prisma stays in the store', from: { path: '^src/usecases/' }, to: { path: '^src/store/generated/' } },
    ...room('locales', { rooms: ['locales/'], packages: ['intl-messageformat/'], node: false }),
    ...room('slack', { rooms: ['slack/', 'domain/', 'usecases/', 'locales/'], packages: ['@slack/', 'zod/', ...dateFns] }),
    ...room('delivery', { rooms: ['delivery/', 'domain/', 'store/', 'locales/', 'slack/views/'], packages: ['@slack/(web-api|types)/', 'nodemailer/', '@types/nodemailer/'] }),
    ...room('sandbox', { rooms: ['sandbox/'], packages: ['ws/', '@types/ws/', 'yaml/', 'zod/', 'preact/', '@slack/types/', 'esbuild/'] }),
    ...room('config', { rooms: [], packages: ['zod/'] }),
    { name: 'views-are-pure', severity: 'error', comment: 'a view is a function of its value', from: { path: '^src/slack/views/' }, to: { path: '^src/usecases/|^src/slack/(?!views/)', dependencyTypesNot: ['type-only'] } },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/(sandbox/page|store/generated/.*/internal)/' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs'], exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'], mainFields: ['main', 'types'] },
  },
}
