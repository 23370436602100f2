import { useMemo } from 'preact/hooks'
import { jsonTokens } from './json-tokens.js'

export function PrettyJson({ value, label }: { value: unknown; label: string }) {
  const tokens = useMemo(() => jsonTokens(value), [value])
  return (
    <figure class="json">
      <figcaption>{label}</figcaption>
      <pre tabIndex={0}>{tokens.map((token, i) => (token.kind ? <span key={i} class={`json-${token.kind}`}>{token.text}</span> : token.text))}</pre>
    </figure>
  )
}
