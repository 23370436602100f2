/** What the bot may learn about files. */
import { asText } from '../json.js'
import { slackFile } from '../model/files.js'
import type { Methods } from './method.js'
import { refuseCall } from './refusal.js'

export const filesMethods: Methods = {
  'files.info': {
    scopes: ['files:read'],
    run(world, args) {
      const id = asText(args['file']) ?? ''
      const file = Object.hasOwn(world.state.files, id) ? world.state.files[id] : undefined
      if (!file) return refuseCall('file_not_found')
      return { file: slackFile(world, file), comments: [], response_metadata: { next_cursor: '' } }
    },
  },
}
