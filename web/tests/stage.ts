import type { BrowserContext, Page } from "playwright-core";
import { expect, test } from "vitest";
import { AppServer, type DeviceOptions, newDevice } from "./app_under_test";

/** What a test plays on: a server of its own, and devices of which no page may throw. */
export class Stage {
  readonly server = new AppServer();
  readonly errors: string[] = [];
  private readonly devices: BrowserContext[] = [];

  async device(options: DeviceOptions = {}): Promise<BrowserContext> {
    const context = await newDevice(this.errors, options);
    this.devices.push(context);
    return context;
  }

  /** A device with one page open. */
  async page(options: DeviceOptions = {}): Promise<Page> {
    return (await this.device(options)).newPage();
  }

  async close(): Promise<void> {
    for (const context of this.devices) await context.close();
    await this.server.stop();
  }
}

const staged = test.extend<{ stage: Stage }>({
  stage: async ({}, use) => {
    const stage = new Stage();
    await stage.server.start();
    await use(stage);
    await stage.close();
    expect(stage.errors).toEqual([]);
  },
});

/** A test with a stage of its own; two of them run beside each other. */
export const beside = staged.concurrent;
