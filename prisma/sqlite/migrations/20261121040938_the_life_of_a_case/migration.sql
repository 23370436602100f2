-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN "findings" JSONB;

-- AlterTable
ALTER TABLE "ResellerPolicy" ADD COLUMN "responseTargets" JSONB;
ALTER TABLE "ResellerPolicy" ADD COLUMN "workingHours" JSONB;

-- CreateTable
CREATE TABLE "KeptForm" (
    "accountId" TEXT NOT NULL,
    "caseNumber" INTEGER NOT NULL,
    "form" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("accountId", "caseNumber", "form"),
    CONSTRAINT "KeptForm_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "KeptForm_caseNumber_fkey" FOREIGN KEY ("caseNumber") REFERENCES "Case" ("number") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Columns are added one by one: a redefined table would be copied whole, and dropping the old one takes its children along.
ALTER TABLE "Case" ADD COLUMN "desk" TEXT NOT NULL DEFAULT 'BUILT_IN';
ALTER TABLE "Case" ADD COLUMN "deskOwnerId" TEXT REFERENCES "Account" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Case" ADD COLUMN "deskSince" DATETIME;
ALTER TABLE "Case" ADD COLUMN "clockSince" DATETIME;
ALTER TABLE "Case" ADD COLUMN "clockSpent" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Case" ADD COLUMN "targetAt" DATETIME;
ALTER TABLE "Case" ADD COLUMN "answeredAt" DATETIME;
ALTER TABLE "Case" ADD COLUMN "targetRemindAt" DATETIME;
ALTER TABLE "Case" ADD COLUMN "targetBreachAt" DATETIME;
ALTER TABLE "Case" ADD COLUMN "targetReminded" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Case" ADD COLUMN "targetBreached" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Case" ADD COLUMN "portalWaitsSince" DATETIME;
ALTER TABLE "Case" ADD COLUMN "portalRemindAt" DATETIME;

CREATE INDEX "Case_managedAtFilingId_state_idx" ON "Case"("managedAtFilingId", "state");
CREATE INDEX "Case_customerId_state_idx" ON "Case"("customerId", "state");
CREATE INDEX "Case_desk_severity_deskSince_number_idx" ON "Case"("desk", "severity", "deskSince", "number");
CREATE INDEX "Case_deskOwnerId_updatedAt_number_idx" ON "Case"("deskOwnerId", "updatedAt", "number");
CREATE INDEX "Case_targetRemindAt_idx" ON "Case"("targetRemindAt");
CREATE INDEX "Case_targetBreachAt_idx" ON "Case"("targetBreachAt");
CREATE INDEX "Case_portalRemindAt_idx" ON "Case"("portalRemindAt");

-- A case keeps the desk it was filed with: whose policy decided until now.
UPDATE "Case" SET "desk" = 'PORTAL' WHERE COALESCE((SELECT p."desk" FROM "ResellerPolicy" p WHERE p."organizationId" = CASE WHEN "Case"."kind" = 'DELEGATED' THEN "Case"."filedByOrgId" ELSE "Case"."managedAtFilingId" END), 'BUILT_IN') = 'PORTAL';

-- Open cases wait for the desk since they changed last, and the bot starts their clocks.
UPDATE "Case" SET "deskSince" = "updatedAt" WHERE "state" IN ('NEW', 'IN_PROGRESS');

-- CreateIndex
CREATE INDEX "KeptForm_caseNumber_idx" ON "KeptForm"("caseNumber");

-- CreateIndex
CREATE INDEX "KeptForm_updatedAt_idx" ON "KeptForm"("updatedAt");

-- CreateIndex
CREATE INDEX "Attachment_sha256_idx" ON "Attachment"("sha256");

-- What has no number of the web portal yet waits to be carried there.
UPDATE "Case" SET "portalWaitsSince" = "filedAt" WHERE "desk" = 'PORTAL' AND "portalNumber" IS NULL AND "state" NOT IN ('PENDING_APPROVAL', 'CLOSED');
