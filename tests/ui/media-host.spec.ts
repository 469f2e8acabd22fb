import { expect } from '@playwright/test'
import { createFakeS3, fakeS3 } from '../support/fake-s3.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('a storage is tried before it is kept, says what is wrong, and is tried again or given up', async ({ studio, page }) => {
  const storage = createFakeS3(() => studio.engine.now())
  studio.web.set(fakeS3.endpoint, (request) => storage.answer(request))
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/settings`)
  const section = page.locator('#media-host')
  await expect(section.getByRole('heading', { name: 'Public place for pictures' })).toBeVisible()
  await section.getByRole('radio', { name: 'A storage that speaks S3' }).click()
  await section.getByLabel('Address of the storage').fill(fakeS3.endpoint)
  await section.getByLabel('Bucket', { exact: true }).fill(fakeS3.bucket)
  await section.getByLabel('Region').fill(fakeS3.region)
  await section.getByLabel('Access key').fill(fakeS3.accessKeyId)
  const save = section.getByRole('button', { name: 'Try it and keep it' })
  await expect(save).toBeDisabled()
  await section.getByLabel('Secret key').fill('not-the-key')
  await expectAccessible(page, 'the place for pictures')
  await save.click()
  await expect(section.getByRole('alert')).toContainText('does not accept these keys')
  await expect(section.getByLabel('Secret key')).toHaveValue('')
  await section.getByLabel('Secret key').fill(fakeS3.secretAccessKey)
  await save.click()
  await expect(page.getByText('The place works, and is kept')).toBeVisible()
  await section.getByRole('button', { name: 'Try it', exact: true }).click()
  await expect(page.getByText('It works: a small picture was put there, fetched, and taken away')).toBeVisible()
  expect(storage.files.size).toBe(0)
  expect(studio.engine.logLines.join('\n')).not.toContain(fakeS3.secretAccessKey)

  await section.getByRole('radio', { name: 'None: posts with pictures or videos go there by hand' }).click()
  await section.getByRole('button', { name: 'Use no place any more' }).click()
  await expect(page.getByText('No place is used any more; its keys are deleted')).toBeVisible()
  expect([...studio.engine.secrets.entries.keys()].filter((reference) => reference.endsWith(':media-host'))).toEqual([])
})
