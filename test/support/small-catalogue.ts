import type { CatalogueCategory } from '../../src/domain/catalogue/catalogue.js'
import type { Question } from '../../src/domain/cases/filing-form.js'

const text = (id: string, kind: 'SHORT_TEXT' | 'LONG_TEXT', en: string, required = true): Question => ({
  id, kind, label: { en, ja: `${en}（日本語）` }, hint: null, choices: [], required, maxLength: kind === 'LONG_TEXT' ? 3000 : 200,
})

const node = (id: string, parentId: string | null, en: string, more: Partial<CatalogueCategory> = {}): CatalogueCategory => ({
  id, productId: 'google-workspace', parentId, names: { en }, keywords: [], position: 0, questions: [], ...more,
})

/** A few categories in the shape of the real catalogue: `Gmail > Delivery > Delayed`, and one of another product. */
export const smallCatalogue: readonly CatalogueCategory[] = [
  node('gmail', null, 'Gmail'),
  node('gmail-delivery', 'gmail', 'Delivery', { names: { en: 'Delivery', ja: '配信' } }),
  node('gmail-delayed', 'gmail-delivery', 'Delayed messages', {
    names: { en: 'Delayed messages', ja: 'メールの遅延' },
    keywords: ['slow', 'late'],
    questions: [
      text('delayed-what', 'LONG_TEXT', 'What happens?'),
      text('delayed-since', 'SHORT_TEXT', 'Since when?', false),
      {
        id: 'delayed-who', kind: 'CHOICE', label: { en: 'Who is affected?' }, hint: null, required: true, maxLength: 3000,
        choices: [{ id: 'all', label: { en: 'Everybody', ja: '全員' } }, { id: 'some', label: { en: 'Some users' } }],
      },
    ],
  }),
  node('gmail-spam', 'gmail-delivery', 'Spam', { position: 1, questions: [text('spam-what', 'LONG_TEXT', 'What is taken for spam?')] }),
  node('calendar', null, 'Calendar', { position: 1 }),
  node('calendar-sharing', 'calendar', 'Sharing', { questions: [text('sharing-short', 'SHORT_TEXT', 'Which calendar?')] }),
  node('voice', null, 'Voice', { productId: 'google-voice' }),
  node('voice-calls', 'voice', 'Calls', { productId: 'google-voice', questions: [text('calls-what', 'LONG_TEXT', 'What happens on the call?')] }),
]
