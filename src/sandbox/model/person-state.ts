/** What one person may see, and nothing else. */
import type { PersonState } from '../protocol.js'
import type { World } from '../world.js'
import { channelsOf } from './channels.js'
import { messagesFor } from './messages.js'
import { homeOf, openModals, openView } from './views.js'

export function personState(world: World, personId: string): PersonState {
  const home = homeOf(world, personId)
  return {
    channels: channelsOf(world, personId),
    messages: messagesFor(world, personId),
    modals: openModals(world, personId),
    ...(home && { home: openView(world, home) }),
  }
}
