import type { Channel } from '../../protocol.js'
import { useStore } from '../state/store.js'
import { useNames } from '../text/use-names.js'

/** A topic is rarely written as a sentence; the words after it need one. */
function withStop(topic: string): string {
  return topic === '' || /[.!?。！？]$/.test(topic) ? topic : `${topic}.`
}

/** The beginning of a channel: what it is for, and what to try first while nothing stands in it. */
export function EmptyChannel({ channel, quiet }: { channel: Channel; quiet: boolean }) {
  const names = useNames()
  const workspace = useStore((state) => state.workspace)
  const bot = workspace?.bot.name ?? 'the bot'
  const withBot = channel.kind === 'im' && channel.name === workspace?.bot.userId
  const first = workspace?.commands[0]
  return (
    <div class="beginning">
      <h3>{withBot ? `${bot} and you` : channel.kind === 'im' ? `${names.user(channel.name)} and you` : `#${channel.name}`}</h3>
      <p>
        {withBot
          ? `Here ${bot} tells you what concerns only you.`
          : withStop(channel.topic) || (channel.kind === 'im' ? 'The two of you, and nobody else.' : 'The very beginning of this channel.')}
        {channel.isPrivate && channel.kind === 'channel' && ' Only its members see it.'}
      </p>
      {!quiet && first && (
        <p class="beginning-try">
          Nothing here yet. Type <code>{first.command}{first.usageHint ? ` ${first.usageHint.split(/[\s|,]+/)[0]}` : ''}</code> below to begin, or <code>/</code> to see every command.
        </p>
      )}
    </div>
  )
}
