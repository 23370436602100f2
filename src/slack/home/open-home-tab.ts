import { openHome } from '../../usecases/open-home.js'
import { acting } from '../handle.js'
import type { Call } from '../handle.js'
import { errorLine } from '../log.js'
import { refusalText } from '../refusals/refusal-words.js'
import { homeView } from '../views/home-view.js'

/** The App Home of whoever opened it. */
export async function openHomeTab(call: Call): Promise<void> {
  const { actor, reader } = await acting(call)
  const home = await openHome(call.edge.deps, actor)
  const refused = 'refusal' in home.cases ? refusalText(home.cases.refusal, reader) : null
  await call.edge.steady.views.publish({ user_id: call.caller.userId, view: homeView(home, reader, call.edge.deps.now(), refused) })
}

/** Draws Home anew after a switch elsewhere, so that it does not go on showing the other domain (SCOPE-1). Opened, it is drawn in any case: never throws. */
export async function redrawHome(call: Call): Promise<void> {
  await openHomeTab(call).catch((error: unknown) => call.edge.log.info({ error: errorLine(error) }, 'Home was not drawn anew'))
}
