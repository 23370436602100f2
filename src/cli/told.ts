/** An error whose message is already in the reader's words, and says all there is to say. */
export class Told extends Error {
  constructor(words: string, options?: ErrorOptions) {
    super(words, options)
    this.name = 'Told'
  }
}
