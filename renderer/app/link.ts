import { type ClientLink, createORPCClient, DynamicLink } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../electron/contract/index.ts';
import { callHeader } from '../../electron/contract/page.ts';
import { type DesktopBridge, portMessage } from '../../electron/contract/shell.ts';
import { throughGate } from './lock-gate.ts';

type Link = PortLink<Record<never, never>> | FetchLink<Record<never, never>>;

let link: Promise<Link> | null = null;

/** A port to the data process. When that process is gone the port closes, and the next call asks for a new one. */
function desktopLink(bridge: DesktopBridge): Promise<Link> {
  return new Promise((resolve) => {
    // Two that ask at once must not both take the port that comes first.
    const request = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    const receive = (event: MessageEvent) => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== portMessage(request) || !port) return;
      window.removeEventListener('message', receive);
      port.addEventListener('close', () => {
        link = null;
      });
      port.start();
      resolve(new PortLink({ port }));
    };
    window.addEventListener('message', receive);
    bridge.requestPort(request);
  });
}

function browserLink(): Promise<Link> {
  return Promise.resolve(
    new FetchLink({ url: `${window.location.origin}/rpc`, headers: { [callHeader.name]: callHeader.value } }),
  );
}

const present = new DynamicLink(() => {
  link ??= window.sochibo ? desktopLink(window.sochibo) : browserLink();
  return link;
});

/** The data side, typed by the contract; the same calls in the desktop window and in the browser. */
export const client: ContractRouterClient<Contract> = createORPCClient({
  call: (path, input, options) => throughGate(path, () => present.call(path, input, options), isWaiting),
} satisfies ClientLink<Record<never, never>>);

async function isWaiting(): Promise<boolean> {
  return (await client.access.waiting()) !== null;
}
