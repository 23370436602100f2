/** Files that people upload: for the page, and as Slack describes them to the bot. */
import { slackId, secret } from '../ids.js'
import type { JsonObject } from '../json.js'
import type { SharedFile } from '../protocol.js'
import type { StoredFile } from '../state.js'
import { findPerson, nowMs, save, username, type World } from '../world.js'

export function uploadFile(world: World, personId: string, name: string, mimetype: string, bytes: Uint8Array, id = slackId('F')): StoredFile {
  const file: StoredFile = {
    id,
    name: safeName(name),
    mimetype,
    size: bytes.byteLength,
    user: personId,
    created: Math.floor(nowMs(world) / 1000),
    key: secret(),
  }
  world.keeper.writeBytes(file.id, bytes)
  world.state.files[file.id] = file
  save(world)
  return file
}

/** A file name without folders or control characters, at most 255 characters. */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).pop() ?? ''
  const clean = last.replace(/\p{Cc}/gu, '').trim().slice(-255)
  return clean === '' || clean === '.' || clean === '..' ? 'file' : clean
}

export function sharedFile(file: StoredFile): SharedFile {
  const { id, name, mimetype, size } = file
  return { id, name, mimetype, size, href: `/sandbox/files/${id}/${file.key}/${encodeURIComponent(name)}` }
}

/** The file object of payloads and of `files.info`. */
export function slackFile(world: World, file: StoredFile): JsonObject {
  const team = world.options.cast.team.id
  const path = `/files/${team}-${file.id}`
  const end = encodeURIComponent(file.name)
  const extension = /\.([A-Za-z0-9]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? 'binary'
  const owner = findPerson(world, file.user)
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.name,
    mimetype: file.mimetype,
    filetype: extension === 'txt' ? 'text' : extension,
    pretty_type: extension.toUpperCase(),
    user: file.user,
    user_team: team,
    username: owner ? username(owner) : '',
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: false,
    public_url_shared: false,
    display_as_bot: false,
    url_private: `${world.baseUrl}${path}/${end}`,
    url_private_download: `${world.baseUrl}${path}/download/${end}`,
    permalink: `${world.baseUrl}/files/${file.user}/${file.id}/${end}`,
    has_rich_preview: false,
    file_access: 'visible',
  }
}

export function findFile(world: World, id: string): StoredFile | undefined {
  return Object.hasOwn(world.state.files, id) ? world.state.files[id] : undefined
}

export function filesByIds(world: World, ids: readonly string[]): StoredFile[] {
  return ids.flatMap((id) => findFile(world, id) ?? [])
}
