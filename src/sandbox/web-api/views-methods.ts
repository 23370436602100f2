/** Views that the bot opens, pushes, updates and publishes. */
import { asText, type JsonObject } from '../json.js'
import { findView, homeOf, openModal, publishHome, pushModal, replaceView, slackView } from '../model/views.js'
import type { StoredView } from '../state.js'
import { findPerson, type World } from '../world.js'
import type { Methods } from './method.js'
import { refuseCall } from './refusal.js'

function trigger(world: World, args: JsonObject): { personId: string; viewId?: string } {
  const id = asText(args['trigger_id']) ?? asText(args['interactivity_pointer'])
  if (id === undefined) {
    return refuseCall('invalid_arguments', { response_metadata: { messages: ['[ERROR] missing required field: trigger_id'] } })
  }
  return world.triggers.use(id)
}

function checkHash(view: StoredView, args: JsonObject): void {
  const hash = asText(args['hash'])
  if (hash !== undefined && hash !== view.hash) refuseCall('hash_conflict')
}

export const viewsMethods: Methods = {
  'views.open': {
    run(world, args) {
      const { personId } = trigger(world, args)
      return { view: slackView(world, openModal(world, personId, args['view'])) }
    },
  },
  'views.push': {
    run(world, args) {
      const { personId, viewId } = trigger(world, args)
      if (viewId === undefined || !findView(world, viewId)) return refuseCall('invalid_trigger_id')
      return { view: slackView(world, pushModal(world, personId, args['view'])) }
    },
  },
  'views.update': {
    run(world, args) {
      const id = asText(args['view_id'])
      const externalId = asText(args['external_id'])
      if (id === undefined && externalId === undefined) {
        return refuseCall('invalid_arguments', {
          response_metadata: { messages: ['[ERROR] missing required field: view_id or external_id'] },
        })
      }
      const view = world.state.views.find((entry) => (id === undefined ? entry.externalId === externalId : entry.id === id))
      if (!view) return refuseCall('not_found')
      checkHash(view, args)
      return { view: slackView(world, replaceView(world, view, args['view'])) }
    },
  },
  'views.publish': {
    run(world, args) {
      const personId = asText(args['user_id'])
      if (personId === undefined || !findPerson(world, personId)) {
        return refuseCall('invalid_arguments', { response_metadata: { messages: ['[ERROR] invalid `user_id` [json-pointer:/user_id]'] } })
      }
      if (!world.manifest.homeTab) return refuseCall('not_enabled')
      const known = homeOf(world, personId)
      if (known) checkHash(known, args)
      return { view: slackView(world, publishHome(world, personId, args['view'])) }
    },
  },
}
