import type { HomeView } from '@slack/types'
import type { HomeValue } from '../../domain/home.js'
import { wordsFor } from '../../locales/words.js'
import type { Reader } from '../../locales/words.js'
import { button, context, plain, section } from './blocks.js'
import { caseRows } from './cases/case-list.js'
import { escapeCut, escapeLine } from './escape.js'
import { unfinishedDrafts } from './filing/filing-drafts.js'
import type { Blocks } from './filing/filing-look.js'
import { actionIds } from './ids.js'
import { limits } from './limits.js'
import { actOn } from './portal/act-on.js'
import { portalButtons } from './portal/portal-buttons.js'

/** The portal at a glance. `refused`: why there are no cases to be seen, in words. */
export function homeView(home: HomeValue, reader: Reader, now: Date, refused: string | null): HomeView {
  const say = wordsFor(reader)
  const { account } = home
  const domain = escapeLine(account.domain, 200)
  const select = actOn(account.domain, home.others, reader)
  const blocks: Blocks = [
    { type: 'header', text: plain(say('home.welcome', { name: account.name }), limits.header) },
    section([
      say('home.account', { email: escapeLine(account.email, 300), organization: escapeLine(account.organizationName, 300), domain }),
      // Whoever may not is told why below.
      ...('refusal' in home.cases ? [] : [say(`home.kind_${account.organizationKind}`, { domain })]),
    ].join('\n')),
    ...(select ? [context(say('portal.act_on_text')), select] : []),
    ...(home.waiting > 0 ? [section(`🙋 *${say('home.waiting', { count: home.waiting })}*\n${say('home.waiting_next')}`)] : []),
    ...(home.mayFile
      ? [{ type: 'actions' as const, elements: [button({ text: say('home.file_case'), actionId: actionIds.openFiling, value: 'home', style: 'primary' })] }]
      : []),
    ...(home.administers
      ? [context(say('home.administration', { domain })), portalButtons({ administers: true, organizationKind: account.organizationKind }, say)]
      : []),
    ...(home.unfinished.length > 0
      ? [{ type: 'divider' as const }, ...unfinishedDrafts(home.unfinished, say('home.drafts'), reader, now)]
      : []),
    { type: 'divider' },
    section(`*${say('home.cases')}*`),
    ...casesPart(home, reader, refused),
  ]
  return { type: 'home', blocks: blocks.slice(0, limits.viewBlocks) }
}

function casesPart(home: HomeValue, reader: Reader, refused: string | null): Blocks {
  const say = wordsFor(reader)
  if ('refusal' in home.cases) return [section(escapeCut(refused ?? '', 2800) || say('home.no_cases'))]
  if (home.cases.rows.length === 0) return [section(say(home.mayFile ? 'home.no_cases_file' : 'home.no_cases'))]
  return [...caseRows(home.cases, reader), ...(home.cases.next === null ? [] : [context(say('home.more'))])]
}

/** For people without an account: what this is, and whom to ask. `why` is plain text. */
export function strangerHome(why: string, reader: Reader): HomeView {
  const say = wordsFor(reader)
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: plain(say('home.stranger_title'), limits.header) },
      section(say('home.stranger_what')),
      section(escapeCut(why, 2800)),
      context(say('home.stranger_then')),
    ],
  }
}
