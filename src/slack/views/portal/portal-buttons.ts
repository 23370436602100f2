import type { ActionsBlock } from '@slack/types'
import type { OrganizationKind } from '../../../domain/words.js'
import type { MessageKey } from '../../../locales/message-key.js'
import type { Say } from '../../../locales/words.js'
import { button } from '../blocks.js'
import { actionIds } from '../ids.js'

/** Everybody has an alert address; the rest is for super admins, and some of it for resellers alone. */
export function portalButtons({ administers, organizationKind }: { administers: boolean; organizationKind: OrganizationKind }, say: Say): ActionsBlock {
  const reseller = organizationKind === 'RESELLER'
  const buttons: [string, MessageKey, boolean][] = [
    [actionIds.openUsers, 'portal.users', administers],
    [actionIds.openRoles, 'portal.roles_button', administers],
    [actionIds.openLicences, 'portal.licences', administers && reseller],
    [actionIds.openAlerts, 'portal.alerts', true],
    [actionIds.openPolicy, 'portal.policy', administers && reseller],
    [actionIds.openTargets, 'targets.button', administers && reseller],
    [actionIds.openImport, 'portal.import', administers && reseller],
  ]
  const offered = buttons.filter(([, , isOffered]) => isOffered)
  return { type: 'actions', elements: offered.map(([actionId, text]) => button({ text: say(text), actionId, value: 'portal' })) }
}
