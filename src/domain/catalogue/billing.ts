import { branch, leaf } from './node.js'
import type { CatalogueNode } from './node.js'
import { due, error, need, request, seats, token, what, when } from './questions.js'

export const billing: CatalogueNode = branch('billing', 'Billing and subscriptions', 'お支払いとサブスクリプション', [
  branch('billing-subscriptions', 'Subscriptions', 'サブスクリプション', [
    leaf('billing-subscriptions-seats', 'Licences and seats', 'ライセンス数', 'add seats, reduce, license count, 席数, 追加, 削減, licences, licenser, 授權數, 좌석', [need, seats, due]),
    leaf('billing-subscriptions-plan', 'Plan, renewal and edition', 'プラン、更新、エディション', 'annual, flexible, upgrade, downgrade, renewal, 年間契約, 更新, アップグレード, abonnement, förnya, 方案, 요금제', [need, seats, due]),
    leaf('billing-subscriptions-suspended', 'A suspended subscription', '停止されたサブスクリプション', 'suspended, tos, reactivate, 停止, 再開, suspendu, avstängd, 停權, 정지', [what, seats, when, error]),
    leaf('billing-subscriptions-cancel', 'Cancel and delete', '解約と削除', 'cancel, delete account, terminate, 解約, 削除, résilier, säga upp, 取消, 해지', [need, seats, due]),
  ], 'abonnement, prenumeration, 訂閱, 구독'),
  branch('billing-transfer', 'Transfer', '移管', [
    leaf('billing-transfer-reseller', 'Transfer between resellers', '販売パートナー間の移管', 'transfer token, switch partner, reseller change, 転送トークン, 移管, 販売店変更, transfert, överföring, 轉移權杖, 이전 토큰', [what, token, seats, error]),
    leaf('billing-transfer-direct', 'Transfer to or from Google', 'Google との直接契約との移管', 'direct, transfer to direct, 直接契約, direct, direkt, 直接購買, 직접 구매', [what, token, seats, error]),
  ], '移行'),
  branch('billing-payments', 'Invoices and ordering', '請求と発注', [
    leaf('billing-payments-invoice', 'Invoices and charges', '請求書と料金', 'invoice, charge, refund, credit, tax, 請求書, 返金, 消費税, facture, faktura, 發票, 환불', [what, seats, when]),
    leaf('billing-payments-console', 'Partner Sales Console and Reseller API', 'Partner Sales Console と Reseller API', 'psc, order error, provisioning, reseller api, channel api, 発注エラー, コンソール, console partenaire, 合作夥伴, 파트너', [what, request, when, error]),
  ], 'payment, 支払い, paiement, betalning, 付款, 결제'),
], 'billing, invoice, contract, 課金, 契約, facturation, fakturering, 帳單, 청구')
