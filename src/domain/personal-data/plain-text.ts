/** A text as the searches read it: full width, odd dashes and spaces made plain, with the way back to the original. */
export interface PlainText {
  plain: string
  /** Offset into the original of each UTF-16 unit of `plain`. */
  starts: readonly number[]
  /** Where that unit's original character ends. */
  ends: readonly number[]
}

const dashes = /[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]/u
/** Put in to be invisible: soft hyphens, zero width and direction marks. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u

export function plainText(text: string): PlainText {
  let plain = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of text) {
    const shown = plainCharacter(character)
    for (let unit = 0; unit < shown.length; unit += 1) {
      starts.push(at)
      ends.push(at + character.length)
    }
    plain += shown
    at += character.length
  }
  return { plain, starts, ends }
}

function plainCharacter(character: string): string {
  if (character <= '\u007f') return character
  if (invisible.test(character)) return ''
  if (dashes.test(character)) return '-'
  return character.normalize('NFKC')
}
