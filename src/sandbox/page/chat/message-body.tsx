import type { Message } from '../../protocol.js'
import { Blocks } from '../blocks/blocks.js'
import { SurfaceContext, useNewSurface } from '../form/surface.js'
import { notify } from '../state/notices.js'
import { Mrkdwn } from '../text/rich-text.js'
import { FileCard } from './file-card.js'

function MessageBlocks({ message, blocks, place }: { message: Message; blocks: NonNullable<Message['blocks']>; place: 'channel' | 'thread' }) {
  const { channel, ts } = message
  const surface = useNewSurface({
    key: `${place}-${channel}-${ts}`,
    place: { channel, ts },
    blocks,
    known: message,
    onRefused: (result) => notify(result.words, { channel, threadTs: place === 'thread' ? (message.threadTs ?? ts) : undefined }),
  })
  return (
    <SurfaceContext.Provider value={surface}>
      <Blocks blocks={blocks} />
    </SurfaceContext.Provider>
  )
}

/** What a message says: its blocks if it has any, else its text; then its files. `place` tells channel and thread apart. */
export function MessageBody({ message, place }: { message: Message; place: 'channel' | 'thread' }) {
  const { blocks, text, files, edited } = message
  return (
    <div class="message-body">
      {blocks && blocks.length > 0 ? <MessageBlocks message={message} blocks={blocks} place={place} /> : text && <Mrkdwn text={text} />}
      {edited && <span class="edited">(edited)</span>}
      {files && files.length > 0 && <div class="message-files">{files.map((file) => <FileCard key={file.id} file={file} />)}</div>}
    </div>
  )
}
