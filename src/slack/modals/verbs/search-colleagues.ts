import { openVerb } from '../../../usecases/verbs/open-verb.js'
import { acting } from '../../handle.js'
import type { OnSearch } from '../../listeners.js'
import { limits } from '../../views/limits.js'
import { colleagueOption } from '../../views/verbs/choice-forms.js'
import { readVerbKept } from './verb-kept.js'

/** Colleagues by a part of their name, where there are more than a list takes. */
export const searchColleagues: OnSearch = async (call) => {
  if (!call.view) return []
  const { number } = readVerbKept(call.view)
  const { actor } = await acting(call)
  const { colleagues } = await openVerb(call.edge.deps, actor, { number, action: 'handOver' })
  const wanted = plainly(call.typed)
  return colleagues.filter(({ name }) => plainly(name).includes(wanted)).slice(0, limits.options).map(colleagueOption)
}

const plainly = (text: string): string => text.normalize('NFKC').toLowerCase().trim()
