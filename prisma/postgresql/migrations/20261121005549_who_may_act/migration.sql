-- DropForeignKey
ALTER TABLE "Approval" DROP CONSTRAINT "Approval_caseNumber_fkey";

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "welcomeDue" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ApprovalDecider" ADD COLUMN     "handedOnAt" TIMESTAMP(3),
ADD COLUMN     "handedOnToId" TEXT;

-- AlterTable
ALTER TABLE "Audit" ADD COLUMN     "sealId" INTEGER;

-- CreateTable
CREATE TABLE "ApprovalMessage" (
    "approvalId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "ts" TEXT NOT NULL,
    "shownVersion" INTEGER NOT NULL,

    CONSTRAINT "ApprovalMessage_pkey" PRIMARY KEY ("approvalId","place")
);

-- CreateTable
CREATE TABLE "AuditSeal" (
    "id" SERIAL NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "sealedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AuditSeal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AuditSeal_previousHash_key" ON "AuditSeal"("previousHash");

-- CreateIndex
CREATE UNIQUE INDEX "AuditSeal_hash_key" ON "AuditSeal"("hash");

-- CreateIndex
CREATE INDEX "Approval_state_remindAt_idx" ON "Approval"("state", "remindAt");

-- CreateIndex
CREATE INDEX "Audit_sealId_id_idx" ON "Audit"("sealId", "id");

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_caseNumber_fkey" FOREIGN KEY ("caseNumber") REFERENCES "Case"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalMessage" ADD CONSTRAINT "ApprovalMessage_approvalId_fkey" FOREIGN KEY ("approvalId") REFERENCES "Approval"("id") ON DELETE CASCADE ON UPDATE CASCADE;
