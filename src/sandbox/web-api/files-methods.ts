/** What the bot may learn about files. */
import { asText } from '../json.js'
import { findFile, slackFile } from '../model/files.js'
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
}
