import { adaptersUnderTest } from './adapters-under-test.ts'
import { describeSchedulerContract } from './native-scheduler.contract.ts'
import { describeAdapterContract } from './network-adapter.contract.ts'

for (const subject of adaptersUnderTest) {
  describeAdapterContract(subject)
  if (subject.createNetwork().isHandOver !== undefined) describeSchedulerContract(subject)
}
