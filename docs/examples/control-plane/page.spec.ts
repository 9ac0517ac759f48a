import { test as base, expect } from '@playwright/test';
import {
  type ControlPlaneFixtures,
  type ControlPlaneWorkerFixtures,
  controlPlaneFixtures,
} from 'migration-lifecycles/playwright';

const test = base.extend<ControlPlaneFixtures, ControlPlaneWorkerFixtures>(controlPlaneFixtures);
test.use({ controlPlaneOptions: { system: 'dovecot' } });

test('a pass that runs is shown, and cannot be started again', async ({ page, controlPlane }) => {
  await controlPlane.to('account:1', { MIGRATION: 'RUNNING' });
  await page.goto('/');
  await expect(page.locator('[data-phase=MIGRATION]')).toHaveText('RUNNING');
  await expect(page.getByRole('button', { name: 'Start' })).toBeDisabled();
});

test('the end of a pass is shown as it is reported', async ({ page, controlPlane }) => {
  await controlPlane.to('account:1', { MIGRATION: 'RUNNING' });
  await page.goto('/');
  await expect(page.locator('[data-phase=MIGRATION]')).toHaveText('RUNNING');
  await controlPlane.play('account exited code=0');
  await expect(page.locator('[data-phase=MIGRATION]')).toHaveText('SYNCED');
  await page.getByRole('button', { name: 'Deliver to the new system' }).click();
  await expect(page.locator('[data-phase=DELIVERY]')).toHaveText('NEW');
});
