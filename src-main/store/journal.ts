/**
 * Applies a rollback journal to the bytes of its database, in memory: so a plan after a crash can be looked at without
 * writing anything. Format: sqlite.org/fileformat2.html, section 3. Returns null when the journal holds nothing to roll back.
 */
export function rolledBack(database: Buffer, journal: Buffer): Buffer | null {
  const MAGIC = Buffer.from('d9d505f920a163d7', 'hex');
  const valid = (at: number) => journal.length >= at + 28 && journal.subarray(at, at + 8).equals(MAGIC);
  if (!valid(0)) return null;
  const sector = journal.readUInt32BE(20);
  const pageSize = journal.readUInt32BE(24);
  if (pageSize < 512 || pageSize > 65_536 || sector < 28) return null;
  const pages = journal.readUInt32BE(16);
  const out = Buffer.alloc(pages * pageSize);
  database.copy(out, 0, 0, Math.min(database.length, out.length));
  let at = 0;
  let played = 0;
  while (valid(at)) {
    const nonce = journal.readUInt32BE(at + 12);
    const stated = journal.readUInt32BE(at + 8);
    at += sector;
    const room = Math.floor((journal.length - at) / (pageSize + 8));
    const records = stated === 0xffffffff ? room : Math.min(stated, room);
    for (let record = 0; record < records; record++, at += pageSize + 8) {
      const page = journal.readUInt32BE(at);
      const data = journal.subarray(at + 4, at + 4 + pageSize);
      if (journal.readUInt32BE(at + 4 + pageSize) !== checksum(data, nonce)) return played > 0 ? out : null;
      if (page >= 1 && page <= pages) data.copy(out, (page - 1) * pageSize);
      played++;
    }
    at = Math.ceil(at / sector) * sector;
    if (stated === 0) break;
  }
  return played > 0 ? out : null;
}

/** SQLite sums every 200th byte of a page, from its end, onto the nonce of the journal. */
function checksum(data: Buffer, nonce: number): number {
  let sum = nonce;
  for (let index = data.length - 200; index > 0; index -= 200) sum = (sum + (data[index] ?? 0)) >>> 0;
  return sum;
}
