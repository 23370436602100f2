-- AlterEnum
ALTER TYPE "CaseEventKind" ADD VALUE 'TARGET';

-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN     "findings" JSONB;

-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "answeredAt" TIMESTAMP(3),
ADD COLUMN     "clockSince" TIMESTAMP(3),
ADD COLUMN     "clockSpent" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "desk" "Desk" NOT NULL DEFAULT 'BUILT_IN',
ADD COLUMN     "deskOwnerId" TEXT,
ADD COLUMN     "deskSince" TIMESTAMP(3),
ADD COLUMN     "portalRemindAt" TIMESTAMP(3),
ADD COLUMN     "portalWaitsSince" TIMESTAMP(3),
ADD COLUMN     "targetAt" TIMESTAMP(3),
ADD COLUMN     "targetBreachAt" TIMESTAMP(3),
ADD COLUMN     "targetBreached" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "targetRemindAt" TIMESTAMP(3),
ADD COLUMN     "targetReminded" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ResellerPolicy" ADD COLUMN     "responseTargets" JSONB,
ADD COLUMN     "workingHours" JSONB;

-- CreateTable
CREATE TABLE "KeptForm" (
    "accountId" TEXT NOT NULL,
    "caseNumber" INTEGER NOT NULL,
    "form" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "KeptForm_pkey" PRIMARY KEY ("accountId","caseNumber","form")
);

-- CreateIndex
CREATE INDEX "KeptForm_caseNumber_idx" ON "KeptForm"("caseNumber");

-- CreateIndex
CREATE INDEX "KeptForm_updatedAt_idx" ON "KeptForm"("updatedAt");

-- CreateIndex
CREATE INDEX "Attachment_sha256_idx" ON "Attachment"("sha256");

-- CreateIndex
CREATE INDEX "Case_managedAtFilingId_state_idx" ON "Case"("managedAtFilingId", "state");

-- CreateIndex
CREATE INDEX "Case_customerId_state_idx" ON "Case"("customerId", "state");

-- CreateIndex
CREATE INDEX "Case_desk_severity_deskSince_number_idx" ON "Case"("desk", "severity", "deskSince", "number");

-- CreateIndex
CREATE INDEX "Case_deskOwnerId_updatedAt_number_idx" ON "Case"("deskOwnerId", "updatedAt", "number");

-- CreateIndex
CREATE INDEX "Case_targetRemindAt_idx" ON "Case"("targetRemindAt");

-- CreateIndex
CREATE INDEX "Case_targetBreachAt_idx" ON "Case"("targetBreachAt");

-- CreateIndex
CREATE INDEX "Case_portalRemindAt_idx" ON "Case"("portalRemindAt");

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_deskOwnerId_fkey" FOREIGN KEY ("deskOwnerId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KeptForm" ADD CONSTRAINT "KeptForm_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KeptForm" ADD CONSTRAINT "KeptForm_caseNumber_fkey" FOREIGN KEY ("caseNumber") REFERENCES "Case"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- A case keeps the desk it was filed with: whose policy decided until now.
UPDATE "Case" SET "desk" = 'PORTAL' WHERE COALESCE((SELECT p."desk"::text FROM "ResellerPolicy" p WHERE p."organizationId" = CASE WHEN "Case"."kind" = 'DELEGATED' THEN "Case"."filedByOrgId" ELSE "Case"."managedAtFilingId" END), 'BUILT_IN') = 'PORTAL';

-- Open cases wait for the desk since they changed last, and the bot starts their clocks.
UPDATE "Case" SET "deskSince" = "updatedAt" WHERE "state" IN ('NEW', 'IN_PROGRESS');

-- What has no number of the web portal yet waits to be carried there.
UPDATE "Case" SET "portalWaitsSince" = "filedAt" WHERE "desk" = 'PORTAL' AND "portalNumber" IS NULL AND "state" NOT IN ('PENDING_APPROVAL', 'CLOSED');
