/** Made-up customers for measuring imports: `npx tsx test/support/generate-customers.ts 100000 > customers.csv`. */
import { once } from 'node:events'

const tiers = ['STANDARD', 'ENHANCED', 'PREMIUM']
const places = [
  ['en', 'Europe/London', 'GB', 'London'], ['ja', 'Asia/Tokyo', 'JP', '東京都'], ['fr', 'Europe/Paris', 'FR', 'Paris'],
  ['sv', 'Europe/Stockholm', 'SE', 'Göteborg'], ['zh-TW', 'Asia/Taipei', 'TW', '臺北市'], ['ko', 'Asia/Seoul', 'KR', '서울'],
] as const
const names = ['Northwind', 'Blue Harbour', '東雲商事', 'Atelier Clément', 'Älvsjö Frukt', '한빛 물류', '山城印刷', 'Copper & Oak']

export const csvHeader = 'domain,name,reseller,tier,portal,contact_name,contact_email,country,locality,address,language,time_zone,sku,seller\n'

/** The nth made-up customer as a row of `customers.csv`, always the same for the same n; two subscriptions for every third. */
export function customerRow(n: number, reseller = 'hikari.example'): string {
  const [language, zone, country, locality] = places[n % places.length]!
  const name = `${names[n % names.length]} ${n}`
  const sku = n % 3 === 0 ? '1010020027 1010330004' : '1010020028'
  return `c${n}.example,"${name}, Ltd",${reseller},${tiers[n % 3]},${n % 5 === 0 ? 'SUPPORT_CENTER' : 'CUSTOMER_CARE_PORTAL'},` +
    `Contact ${n},it@c${n}.example,${country},${locality},"${n} High Street",${language},${zone},${sku},RESELLER\n`
}

export function* customersCsv(count: number, reseller?: string): Generator<string> {
  yield csvHeader
  for (let n = 0; n < count; n += 1) yield customerRow(n, reseller)
}

if (process.argv[1]?.endsWith('generate-customers.ts')) {
  for (const row of customersCsv(Number(process.argv[2] ?? 100_000))) if (!process.stdout.write(row)) await once(process.stdout, 'drain')
}
