import process from 'node:process';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe } from 'vitest';
import { dynamoTable } from '#functions/adapters/dynamo-table.ts';
import { systemClock } from '#functions/adapters/system-clock.ts';
import { tableContract } from '#test/functions/adapters/table-contract.ts';
import { type Emulator, startEmulator } from './emulator.ts';

const name = 'contract';

describe('the table in the DynamoDB of the emulator', () => {
  let emulator: Emulator;

  beforeAll(async () => {
    emulator = await startEmulator();
    Object.assign(process.env, emulator.access);
    await new DynamoDBClient().send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      }),
    );
  });
  afterAll(() => emulator?.stop());

  tableContract(() => dynamoTable(name, systemClock));
});
