import { randomUUID } from 'node:crypto';

/** Person calls the server over HTTP as somebody, as any other client would. */
export class Person {
  #cookie = '';
  password = null;

  constructor(url) {
    this.url = url;
  }

  /** signIn opens a session and remembers who this is. */
  async signIn(loginId, password) {
    const session = await this.post('/api/session', { loginId, password });
    this.password = password;
    this.id = session.staff.id;
    this.name = session.staff.name;
    return this;
  }

  get(path) {
    return this.#call('GET', path);
  }

  /** post sends a command; each gets an id of its own. */
  post(path, body) {
    return this.#call(
      'POST',
      path,
      path === '/api/session' || path === '/api/set-up' ? body : { commandId: randomUUID(), ...body },
    );
  }

  /** patch changes something. */
  patch(path, body) {
    return this.#call('PATCH', path, { commandId: randomUUID(), ...body });
  }

  /** plain sends a body as it is. */
  plain(path, body) {
    return this.#call('POST', path, body);
  }

  async #call(method, path, body) {
    const response = await fetch(this.url + path, {
      method,
      headers: { 'content-type': 'application/json', 'x-azukari': '1', cookie: this.#cookie },
      ...(body && { body: JSON.stringify(body) }),
    });
    const given = response.headers.get('set-cookie');
    if (given) this.#cookie = given.split(';')[0];
    const text = await response.text();
    // A past of months takes longer to make than a sign-in is fresh.
    if (response.status === 403 && text.includes('sign-in-not-fresh') && this.password) {
      await this.plain('/api/session/again', { password: this.password });
      return this.#call(method, path, body);
    }
    if (!response.ok)
      throw new Error(`${method} ${path} answered ${response.status}: ${text} to ${JSON.stringify(body)}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}
