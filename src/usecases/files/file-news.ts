import type { OrganizationKind } from '../../domain/words.js'
import type { CaseNews } from '../verbs/announce-change.js'

/** Who is told that a file is handed out: shares always, the desk unless one of its own added it. */
export function fileNews(authorsKind: OrganizationKind | null): CaseNews {
  return { ...(authorsKind === 'VENDOR' ? {} : { desk: 'files' }), shares: true }
}
