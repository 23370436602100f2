import type { RoleValue } from '../../../domain/accounts/role.js'
import { sameJson } from '../../../domain/same-json.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { escapeLine } from '../escape.js'
import { privilegeNames } from './privilege-words.js'

type Content = Pick<RoleValue, 'name' | 'privileges'>

/** What is another in `after`, each as a line of mrkdwn. */
export function roleChanges(before: Content, after: Content, reader: Reader): string[] {
  const say = wordsFor(reader)
  const named = `• ${say('portal.label_role_name')}: *${escapeLine(after.name, 300)}*`
  const carries = `• ${say('portal.label_privileges')}: *${privilegeNames(after.privileges, reader.locale, say)}*`
  return [...(before.name === after.name ? [] : [named]), ...(sameJson(before.privileges, after.privileges) ? [] : [carries])]
}
