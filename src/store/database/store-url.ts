import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export type StoreKind = 'sqlite' | 'postgresql'

export type StoreUrl = { kind: 'sqlite'; file: string } | { kind: 'postgresql'; connectionString: string }

/** Reads `file:…` (a path relative to the working folder) or `postgresql://…`; throws in plain words on anything else. */
export function parseStoreUrl(url: string): StoreUrl {
  if (/^postgres(ql)?:\/\//.test(url)) return { kind: 'postgresql', connectionString: url }
  const path = url.startsWith('file://') ? fileURLToPath(url) : /^file:(?<path>[^?]+)$/.exec(url)?.groups?.['path']
  if (path && path !== ':memory:') return { kind: 'sqlite', file: resolve(path) }
  throw new Error('The store\'s URL is neither file:<path> nor postgresql://<user>:<password>@<host>/<database>')
}

/** A store as people may be told of it: a file's path, or host and database, and never a password. */
export function storeName(url: string): string {
  const target = parseStoreUrl(url)
  if (target.kind === 'sqlite') return target.file
  // Not by URL, which knows no address without a host: that stands among the parameters then, as a socket's folder.
  const [place = '', ...parameters] = target.connectionString.replace(/^\w+:\/\//, '').replace(/^.*@/, '').split(/[?&]/)
  return place === '' || place.startsWith('/') ? `${new URLSearchParams(parameters.join('&')).get('host') ?? 'localhost'}${place}` : place
}
