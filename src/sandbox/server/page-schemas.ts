/** What the page may send, checked on arrival. */
import { z } from 'zod'

const row = z.record(z.string(), z.unknown())
const state = z.record(z.string(), z.record(z.string(), row)).default({})
const place = z.union([z.object({ viewId: z.string() }), z.object({ channel: z.string(), ts: z.string() })])

export const actSchema = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('say'),
    channel: z.string(),
    text: z.string(),
    threadTs: z.string().exactOptional(),
    fileIds: z.array(z.string()).exactOptional(),
  }),
  z.object({ do: z.literal('command'), channel: z.string(), text: z.string(), threadTs: z.string().exactOptional() }),
  z.object({ do: z.literal('global_shortcut'), callbackId: z.string() }),
  z.object({ do: z.literal('message_shortcut'), channel: z.string(), ts: z.string(), callbackId: z.string() }),
  z.object({
    do: z.literal('action'), place, blockId: z.string(), actionId: z.string(), value: row, state, force: z.boolean().exactOptional(),
  }),
  z.object({ do: z.literal('submit'), viewId: z.string(), state, force: z.boolean().exactOptional() }),
  z.object({ do: z.literal('close'), viewId: z.string(), state, all: z.boolean().exactOptional() }),
  z.object({ do: z.literal('open_home') }),
])

export const suggestSchema = z.object({ place, blockId: z.string(), actionId: z.string(), value: z.string(), state })

export const clockSchema = z.object({ by: z.string() })

export const faultSchema = z.object({
  method: z.string().min(1),
  kind: z.enum(['rate_limited', 'error', 'lost_answer', 'refused']),
  error: z.string().exactOptional(),
  retryAfter: z.number().int().min(0).exactOptional(),
  times: z.number().int().min(1),
  every: z.number().int().min(1).exactOptional(),
})
