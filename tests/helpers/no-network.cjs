'use strict';
// Preloaded with `node --require`: every attempt to reach anything but 127.0.0.1 is refused and written down.
// NETWORK_LOG names the file; worker threads inherit the preload.
const dns = require('node:dns');
const { appendFileSync } = require('node:fs');
const net = require('node:net');
const dgram = require('node:dgram');

const HERE = new Set(['127.0.0.1', '::ffff:127.0.0.1']);

function refuse(what) {
  if (process.env.NETWORK_LOG) appendFileSync(process.env.NETWORK_LOG, `${what}\n`);
  const error = new Error(`network is not used: ${what}`);
  error.code = 'ENETUNREACH';
  return error;
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  const options = typeof first === 'object' && first !== null ? first : typeof first === 'number' ? { port: first, host: args[1] } : { path: first };
  if (options.path === undefined && !HERE.has(options.host)) {
    const error = refuse(`connect ${options.host ?? 'localhost'}:${options.port}`);
    process.nextTick(() => this.destroy(error));
    return this;
  }
  return connect.apply(this, args);
};

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) {
  const first = args[0];
  const host = typeof first === 'object' && first !== null ? first.host : typeof args[1] === 'string' ? args[1] : undefined;
  const isPath = typeof first === 'string' || (typeof first === 'object' && first !== null && (first.path !== undefined || first.fd !== undefined));
  if (!isPath && !HERE.has(host)) throw refuse(`listen ${host ?? 'all addresses'}`);
  return listen.apply(this, args);
};

for (const target of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of Object.getOwnPropertyNames(target)) {
    if (!/^(lookup|lookupService|resolve\w*|reverse)$/.test(name) || typeof target[name] !== 'function') continue;
    const original = target[name];
    const replaced = function (...args) {
      if (HERE.has(args[0])) return original.apply(this, args);
      const error = refuse(`dns ${name} ${args[0]}`);
      const callback = args.at(-1);
      if (typeof callback !== 'function') return Promise.reject(error);
      process.nextTick(callback, error);
      return undefined;
    };
    try {
      target[name] = replaced;
    } catch {
      // A read-only property of the platform; the connection itself is still refused.
    }
  }
}

for (const name of ['send', 'connect']) {
  dgram.Socket.prototype[name] = function () {
    throw refuse(`udp ${name}`);
  };
}
