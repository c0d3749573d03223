/** Vitest's global setup: one Postgres for all tests, and the town that most of them clone. */
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { makeTemplate, startCluster } from '../../tests/cluster.ts';
import { settleQuietTown } from './quiet-town.ts';
import { keep } from './snapshot.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: string;
  }
}

/** Starts the cluster, and answers how to stop it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startCluster();
  await makeTemplate(url, 'town', fillTown, 'product');
  project.provide('cluster', url);
  return stop;
}

async function fillTown(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await settleQuietTown(sql);
  await keep(sql);
  await sql.end();
}
