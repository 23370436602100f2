import type { MultiSelect, Select } from '@slack/types'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useSurface } from '../form/surface.js'
import { useStore } from '../state/store.js'
import { plainText } from '../text/rich-text.js'
import { channelChoices, type Include } from './channel-choices.js'
import { filterChoices } from './filter-choices.js'
import { type Choice, toChoices } from './option.js'

export interface Choices {
  choices: Choice[]
  status: 'ready' | 'loading' | 'failed' | 'too_short'
  /** What to say when there is nothing to choose. */
  words: string
}

const debounceMilliseconds = 200
/** Slack's own default of `min_query_length`. */
const defaultMinimum = 3

function useLocalChoices(element: Select | MultiSelect): Choice[] {
  const workspace = useStore((state) => state.workspace)
  const joined = useStore((state) => state.person?.channels)
  return useMemo(() => {
    const people = (workspace?.people ?? [])
      .filter((person) => !person.deleted)
      .map((person) => ({ value: person.id, text: person.name, description: person.email }))
    const channels = (include?: Include) => channelChoices(joined ?? [], workspace?.channels ?? [], include)
    switch (element.type) {
      case 'static_select':
      case 'multi_static_select':
        return toChoices(element.options, element.option_groups, plainText)
      case 'users_select':
      case 'multi_users_select':
        return people
      case 'channels_select':
      case 'multi_channels_select':
        // A channels_select lists public channels alone, as in Slack.
        return channels(['public'])
      case 'conversations_select':
      case 'multi_conversations_select': {
        const include = element.filter?.include
        return [...channels(include), ...(!include || include.includes('im') ? people : [])]
      }
      default:
        return []
    }
  }, [element, workspace, joined])
}

/** What a select offers for what is typed in it. External ones ask the bot, a moment after the last key. */
export function useChoices(element: Select | MultiSelect, blockId: string, actionId: string, open: boolean, query: string): Choices {
  const surface = useSurface()
  const local = useLocalChoices(element)
  const external = element.type === 'external_select' || element.type === 'multi_external_select'
  const minimum = external ? (element.min_query_length ?? defaultMinimum) : 0
  const [answer, setAnswer] = useState<{ query: string; choices: Choice[]; failed: boolean }>()
  const asked = useRef(0)

  useEffect(() => {
    if (!external || !open || query.length < minimum) return
    const mine = ++asked.current
    const ask = async () => {
      const result = await surface.suggest(blockId, actionId, query)
      // An older answer must never replace a newer one.
      if (mine !== asked.current) return
      setAnswer({ query, failed: !result.ok, choices: result.ok ? toChoices(result.options, result.optionGroups, plainText) : [] })
    }
    const timer = setTimeout(ask, query === '' ? 0 : debounceMilliseconds)
    return () => clearTimeout(timer)
  }, [external, open, query, minimum, blockId, actionId])

  if (!external) return { choices: filterChoices(local, query), status: 'ready', words: 'No results' }
  if (query.length < minimum) {
    const letters = minimum === 1 ? 'a character' : `at least ${minimum} characters`
    return { choices: [], status: 'too_short', words: `Type ${letters} to search` }
  }
  if (!answer || answer.query !== query) return { choices: answer?.choices ?? [], status: 'loading', words: 'Loading…' }
  if (answer.failed) return { choices: [], status: 'failed', words: 'The options could not be loaded. Type again to retry.' }
  return { choices: answer.choices, status: 'ready', words: 'No results' }
}
