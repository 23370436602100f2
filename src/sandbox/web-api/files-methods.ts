/** What the bot may learn about files, and how it uploads its own. */
import { asArray, asText, isObject } from '../json.js'
import { tellBot } from '../interactions/bot-events.js'
import { findFile, slackFile, uploadFile } from '../model/files.js'
import { addMessage } from '../model/messages.js'
import { announceUpload, isBrought, takeUpload, typeOf } from '../model/uploads.js'
import { writable } from './chat-methods.js'
import type { Methods } from './method.js'
import { refuseCall } from './refusal.js'

export const filesMethods: Methods = {
  'files.info': {
    scopes: ['files:read'],
    run(world, args) {
      const file = findFile(world, asText(args['file']) ?? '')
      if (!file) return refuseCall('file_not_found')
      return { file: slackFile(world, file), comments: [], response_metadata: { next_cursor: '' } }
    },
  },
  'files.getUploadURLExternal': {
    scopes: ['files:write'],
    run(world, args) {
      const name = asText(args['filename']) ?? ''
      const length = Number(args['length'])
      if (name === '' || !Number.isInteger(length) || length <= 0) return refuseCall('invalid_arguments')
      const { id, url } = announceUpload(world, name, length)
      return { upload_url: url, file_id: id }
    },
  },
  'files.completeUploadExternal': {
    scopes: ['files:write'],
    run(world, args) {
      const ids = asArray(args['files']).flatMap((file) => (isObject(file) ? asText(file['id']) ?? [] : []))
      if (ids.length === 0) return refuseCall('invalid_arguments')
      if (!ids.every((id) => isBrought(world, id))) return refuseCall('file_not_found')
      // Without a channel the files stay the bot's own.
      const channel = args['channel_id'] === undefined ? undefined : writable(world, { channel: args['channel_id'] })
      const bot = world.options.cast.bot.userId
      const files = ids.flatMap((id) => takeUpload(world, id) ?? []).map(({ id, name, bytes }) => uploadFile(world, bot, name, typeOf(name), bytes, id))
      if (channel) {
        const text = asText(args['initial_comment']) ?? ''
        tellBot(world, addMessage(world, channel, { user: bot, fromBot: true, text, fileIds: files.map(({ id }) => id) }))
      }
      return { files: files.map((file) => slackFile(world, file)) }
    },
  },
}
