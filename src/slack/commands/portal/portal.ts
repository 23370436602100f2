import { switchAccount } from '../../../usecases/acting/switch-account.js'
import { firstDelivery } from '../../../usecases/first-delivery.js'
import { accountAnswer, afterSwitch } from '../../account-answer.js'
import { acting } from '../../handle.js'
import { redrawHome } from '../../home/open-home-tab.js'
import type { CommandCall } from '../../listeners.js'
import { openImportModal } from '../../modals/import-directory.js'
import { openAlerts } from '../../modals/portal/alerts.js'
import { openLicences } from '../../modals/portal/licences.js'
import { openPolicy } from '../../modals/portal/policy.js'
import { openRoles } from '../../modals/portal/roles.js'
import { openTargets } from '../../modals/portal/targets.js'
import { openUsers } from '../../modals/portal/users.js'
import type { OpenModal } from '../../modals/portal/open-modal.js'
import { sayPrivately } from '../../places.js'
import type { Message } from '../../views/blocks.js'
import { whichDomain } from '../../views/portal/act-on.js'
import { completeDomain, parsePortalCommand } from './parse-portal-command.js'
import type { PortalModal } from './parse-portal-command.js'
import { portalUsage, unknownPortalVerb } from './portal-usage.js'

/** What each verb opens; buttons open the same. */
export const portalModalOf: Record<PortalModal, OpenModal> = {
  users: openUsers,
  roles: openRoles,
  licences: openLicences,
  alerts: openAlerts,
  policy: openPolicy,
  targets: openTargets,
  import: openImportModal,
}

/** `/portal …` */
export async function portalCommand(call: CommandCall): Promise<void> {
  const command = parsePortalCommand(call.text)
  // A modal that opens knows its second delivery by itself.
  if (Object.hasOwn(portalModalOf, command.verb)) {
    return portalModalOf[command.verb as PortalModal](call, { triggerId: call.triggerId, inModal: false })
  }
  if (!(await firstDelivery(call.edge.deps, `command:${call.triggerId}`))) return
  switch (command.verb) {
    case 'show':
      return answer(call, await accountAnswer(call))
    case 'switch':
      return switchTo(call, command.domain)
    case 'unknown':
      return answer(call, unknownPortalVerb(command, (await call.who).reader))
    // Usage is for everybody, with an account or without.
    default:
      return answer(call, portalUsage((await call.who).reader))
  }
}

async function switchTo(call: CommandCall, typed: string): Promise<void> {
  const { actor, reader } = await acting(call)
  const domain = typed === '' ? null : completeDomain(typed, actor.domains)
  if (domain === null) return answer(call, whichDomain(actor.domains, reader))
  const signedIn = await switchAccount(call.edge.deps, actor, { domain, deliveryKey: `command:${call.triggerId}` })
  await answer(call, await accountAnswer(call, signedIn))
  await redrawHome(afterSwitch(call))
}

function answer(call: CommandCall, message: Message): Promise<void> {
  return sayPrivately(call.edge, call.caller.userId, call.respond, message)
}
