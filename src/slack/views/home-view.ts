import type { HomeView, KnownBlock } from '@slack/types'
import type { HomeValue } from '../../domain/home.js'
import { wordsFor } from '../../locales/words.js'
import type { Reader } from '../../locales/words.js'
import { button, context, plain, section } from './blocks.js'
import { queueBlocks } from './desk/queue-blocks.js'
import { escapeCut, escapeLine } from './escape.js'
import { unfinishedDrafts } from './filing/filing-drafts.js'
import { casesPart } from './home/home-cases.js'
import type { HomeLook } from './home/home-look.js'
import { waitsPart } from './home/home-waits.js'
import { actionIds } from './ids.js'
import { limits } from './limits.js'
import { actOn } from './portal/act-on.js'
import { portalButtons } from './portal/portal-buttons.js'

/** The portal at a glance: who one is, what waits for one, then the cases. */
export function homeView(home: HomeValue, look: HomeLook): HomeView {
  const blocks: KnownBlock[] = [
    ...whoPart(home, look.reader),
    ...waitsPart(home, look),
    ...(home.unfinished.length > 0 ? [{ type: 'divider' as const }, ...unfinishedDrafts(home.unfinished, wordsFor(look.reader)('home.drafts'), look.reader, look.now)] : []),
    ...(home.queue ? [{ type: 'divider' as const }, ...queueBlocks(home.queue, look.reader)] : []),
    ...casesPart(home, look),
    ...administrationPart(home, look.reader),
  ]
  return { type: 'home', blocks: blocks.slice(0, limits.viewBlocks) }
}

function whoPart({ account, others, mayFile, cases }: HomeValue, reader: Reader): KnownBlock[] {
  const say = wordsFor(reader)
  const domain = escapeLine(account.domain, 200)
  const select = actOn(account.domain, others, reader)
  // Whoever may see no cases is told why below.
  const mayNot = 'refusal' in cases && cases.refusal.code === 'privileges_missing'
  return [
    { type: 'header', text: plain(say('home.welcome', { name: account.name }), limits.header) },
    section([
      say('home.account', { email: escapeLine(account.email, 300), organization: escapeLine(account.organizationName, 300), domain }),
      ...(mayNot ? [] : [say(account.supportOnly ? 'home.kind_support_only' : `home.kind_${account.organizationKind}`, { domain })]),
    ].join('\n')),
    ...(select ? [context(say('portal.act_on_text')), select] : []),
    ...(mayFile
      ? [{ type: 'actions' as const, elements: [button({ text: say('home.file_case'), actionId: actionIds.openFiling, value: 'home', style: 'primary' })] }]
      : []),
  ]
}

function administrationPart({ account, administers }: HomeValue, reader: Reader): KnownBlock[] {
  if (!administers) return []
  const say = wordsFor(reader)
  const { domain, organizationKind } = account
  return [{ type: 'divider' }, context(say('home.administration', { domain: escapeLine(domain, 200) })), portalButtons({ administers, organizationKind }, say)]
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
