import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { callHeader } from '../contract/page.ts';

/** Why a request is turned away: the HTTP status, and what a person who reads it should do. */
export interface Refusal {
  status: 403 | 405;
  message: string;
}

const notInvited: Refusal = {
  status: 403,
  message: 'Địa chỉ này chỉ dùng được một lần và trong một trình duyệt. Chạy lại chương trình để có địa chỉ mới.',
};
const foreign: Refusal = { status: 403, message: 'Yêu cầu không đến từ trang của chương trình.' };

/**
 * Who may talk to the browser host. The printed address holds a token for one use; it is exchanged for a cookie that
 * only this browser sends and only to our own pages. A page of another site can neither read nor send anything: it does
 * not know our address (Host, against DNS rebinding), is not our origin (Origin, against CSRF), and cannot add our header
 * (no CORS answer is ever given).
 */
export class Guard {
  readonly #port: number;
  readonly #cookie = randomBytes(32).toString('base64url');
  #token: string | null = randomBytes(32).toString('base64url');

  constructor(port: number) {
    this.#port = port;
  }

  /** The address to open, good for one use. */
  get address(): string {
    return `${this.origin}/open?token=${this.#token ?? ''}`;
  }

  /** The one origin that pages of ours have. */
  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Cookies know no ports: the name tells two running programs apart. */
  get #cookieName(): string {
    return `sochibo-${this.#port}`;
  }

  /** The `Set-Cookie` value for the right token, once; null for any other. */
  exchange(token: string | null): string | null {
    if (!this.#token || !token || !same(token, this.#token)) return null;
    this.#token = null;
    return `${this.#cookieName}=${this.#cookie}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** Checked on every request, also the one that brings the token. */
  refuseForeign(request: IncomingMessage): Refusal | null {
    const { host, origin, 'sec-fetch-site': site } = request.headers;
    if (`http://${host}` !== this.origin) return foreign;
    if (origin !== undefined && origin !== this.origin) return foreign;
    // A whole address (as to a proxy) or `//name/…` names a place itself, whatever the Host says.
    if (!/^\/(?!\/)/u.test(request.url ?? '')) return foreign;
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return foreign;
    return null;
  }

  /** True when the browser that exchanged the token asks. */
  isInvited(request: IncomingMessage): boolean {
    const cookies = (request.headers.cookie ?? '').split('; ');
    return cookies.some((cookie) => same(cookie, `${this.#cookieName}=${this.#cookie}`));
  }

  refuseUninvited(request: IncomingMessage): Refusal | null {
    return this.isInvited(request) ? null : notInvited;
  }

  /** For whatever may change something: only POST, only from our page. */
  refuseUnasked(request: IncomingMessage): Refusal | null {
    if (request.method !== 'POST') return { status: 405, message: 'Chỉ nhận POST.' };
    const ours = request.headers.origin !== undefined && request.headers[callHeader.name] === callHeader.value;
    return ours ? null : foreign;
  }
}

function same(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
