#!/usr/bin/env python3
"""A second reading of packs, in another language and with the standard library alone (Python 3.9 or newer).

It shares no line with the verifier in TypeScript and is kept small enough to be read in one sitting. What it checks: RFC 8785
(integers only), RFC 6962 hashing, C2SP signed notes and checkpoints, Ed25519 (RFC 8032), the commitments to private fields, what
must hold between entries, and the replay of custody. What it leaves to the other one: the exact shape of each type's facts.

    python3 verify.py pack.zip        exit 0 holds, 1 broken, 2 cannot judge
    python3 verify.py pack.zip --checkpoint file    ... and whether it continues the checkpoint that somebody kept
    python3 verify.py --batch folder  one line of JSON for each ZIP in it
"""

import base64
import hashlib
import json
import re
import sys
import zipfile
import zlib
from datetime import date
from functools import lru_cache
from pathlib import Path

TYPES = frozenset(
    """
    log.opened key.rotated log.gap-explained log.gap-confirmed item.taken-in item.held-temporarily item.agreed item.described item.assigned
    item.date-noted item.checked-out item.changed item.checked-in item.moved item.handed-over item.search-started
    item.reported-missing item.found item.condition-noted emergency.reviewed envelope.marked envelope.opened
    item.whereabouts-confirmed loss.described loss.step-noted loss.explained loss.closed loss.reopened entry.amended
    entry.cancelled sheet.entered list.imported resident.registered resident.changed resident.left resident.leaving-undone
    resident.notices-resumed resident.dispute-noted transfer.sent transfer.confirmed transfer.answered transfer.cancelled resident.checked contact.added contact.changed contact.removed
    agreement.made agreement.ended agreement.reviewed agreement.envelopes-settled
    agreement-text.published deadline.closed deadline.reopened moving-in.noted application.noted
    application.withdrawn insurer.added insurer.changed insurer.retired insurer.named storage.added storage.changed
    storage.retired staff.added staff.changed staff.left staff.password-set staff.code-given staff.factor-set
    staff.factor-removed staff.recovery-codes-made staff.recovery-code-used tablet.added
    tablet.enrolled tablet.revoked appointment.made appointment.ended
    staff.trained staff.training-withdrawn appointment.confirmed break-glass.made break-glass.used
    break-glass.closed regulation.set settings.changed contact.notices-set notice.accepted
    notice.failed notice.done notice.withheld notice.answered answer.settled notices.set notices.resumed
    notices.tested count.started count.taken-over count.entered count.settled count.closed count.confirmed
    count.dropped count.recounted count.looked reconciliation.started reconciliation.joined reconciliation.dropped reconciliation.counted
    reconciliation.closed reconciliation.corrected counts.set locker-key.handed-over locker-keys.set
    facility.kana-set facility.night-list-set views.judged views.reviewed form.issued record.exported privacy.erased
    privacy.erasure-asked privacy.erasure-withdrawn privacy.erasure-confirmed
    privacy.erasure-repeated privacy.hold-set pack.made
    inspections.set inspection.made resident.viewed
""".split()
)
CORRECTING = {"entry.amended", "entry.cancelled", "emergency.reviewed"}
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
LOG = re.compile(rf"azukari/{UUID}/(custody|access)")
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z", re.ASCII)
KEYS = set(
    "actor auth authAge behind command corrects device facts item log occurredAt part parts prior private recordedAt resident seq type v".split()
)


class Broken(Exception):
    """Something does not hold; the text says what and where."""


class Unknown(Exception):
    """A later version wrote this."""


def need(condition, what):
    if not condition:
        raise Broken(what)


# Text


def unique(pairs):
    need(len(dict(pairs)) == len(pairs), "a key twice")
    return dict(pairs)


def utf16(text):
    return text.encode("utf-16-be", "surrogatepass")


def jcs(value):
    if isinstance(value, dict):
        return "{" + ",".join(jcs(key) + ":" + jcs(value[key]) for key in sorted(value, key=utf16)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(jcs, value)) + "]"
    need(not isinstance(value, float), "no integer")
    if isinstance(value, int) and not isinstance(value, bool):
        need(abs(value) <= 2**53 - 1, "an integer too large")
    return json.dumps(value, ensure_ascii=False)


def strict(text):
    try:
        value = json.loads(text, object_pairs_hook=unique)
        text.encode()
        need(jcs(value) == text, "not in its one form")
    except (ValueError, RecursionError):
        raise Broken("no JSON") from None
    return value


def counted(*values):
    """Whole numbers from 0; what is true or false is none."""
    need(all(type(value) is int and value >= 0 for value in values), "no number")


def b64(text, length=None):
    try:
        raw = base64.b64decode(text, validate=True)
    except (ValueError, TypeError):
        raise Broken("no base64") from None
    need(base64.b64encode(raw).decode() == text and length in (None, len(raw)), "no base64")
    return raw


def milliseconds(instant):
    days = date.fromisoformat(instant[:10]).toordinal()
    hours, minutes, seconds, ms = int(instant[11:13]), int(instant[14:16]), int(instant[17:19]), int(instant[20:23])
    return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + ms


# RFC 6962


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


class Tree:
    """The right edge of the tree: the roots of its perfect subtrees."""

    def __init__(self):
        self.size, self.roots = 0, []

    def append(self, leaf):
        node, size = sha256(b"\0", leaf), self.size
        while size & 1:
            node, size = sha256(b"\1", self.roots.pop(), node), size >> 1
        self.roots.append(node)
        self.size += 1

    def root(self):
        if not self.roots:
            return sha256()
        root = self.roots[-1]
        for left in reversed(self.roots[:-1]):
            root = sha256(b"\1", left, root)
        return root


# Ed25519, RFC 8032 section 5.1

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_1 = pow(2, (P - 1) // 4, P)


def added(a, b):
    x1, y1, z1, t1 = a
    x2, y2, z2, t2 = b
    e, f = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    g, h = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    a, b, c, d = f - e, h - g, h + g, f + e
    return a * b % P, c * d % P, b * c % P, a * d % P


@lru_cache(maxsize=16)
def doubled(point):
    points = [point]
    while len(points) < 256:
        points.append(added(points[-1], points[-1]))
    return points


def times(n, point):
    result = (0, 1, 1, 0)
    for bit, power in enumerate(doubled(point)):
        if n >> bit & 1:
            result = added(result, power)
    return result


@lru_cache(maxsize=16)
def point_of(raw):
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_1 % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signed_by(key, message, signature):
    if len(signature) != 64:
        return False
    a, r, s = point_of(key), point_of(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = times(s, BASE), added(r, times(k, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# C2SP signed notes


def key_of(text):
    name, _, rest = text.partition("+")
    ident, _, encoded = rest.partition("+")
    raw = b64(encoded, 33)
    need(raw[0] == 1 and sha256(name.encode(), b"\n", raw)[:4].hex() == ident, "no key")
    return name, ident, raw[1:]


class Checkpoint:
    def __init__(self, note, log):
        need(isinstance(note, str) and note.endswith("\n") and "\n\n" in note, "no checkpoint")
        need(len(note.encode()) <= 65_536 and note.rpartition("\n\n")[2].count("\n") <= 16, "no checkpoint")
        self.text, _, signatures = note.rpartition("\n\n")
        self.text += "\n"
        lines = self.text.split("\n")
        need(len(lines) == 4 and lines[3] == "" and re.fullmatch(r"0|[1-9][0-9]*", lines[1]), "no checkpoint")
        need(lines[0] == log, "a checkpoint of another log")
        self.size, self.root, self.signatures = int(lines[1]), b64(lines[2], 32), []
        for line in signatures.rstrip("\n").split("\n"):
            found = re.fullmatch("\u2014 ([^ ]+) ([^ ]+)", line)
            need(found, "no signature")
            raw = b64(found[2])
            self.signatures.append((found[1], raw[:4].hex(), raw[4:]))

    def check(self, root, key):
        need(self.root == root, "the entries are not those of the checkpoint")
        ours = [raw for name, ident, raw in self.signatures if (name, ident) == key[:2]]
        need(ours, "not signed by the key in force")
        need(all(signed_by(key[2], self.text.encode(), raw) for raw in ours), "a signature is wrong")


# Custody


class Item:
    """Where an item is, entry by entry: stored, out, missing, lost or ended."""

    def __init__(self):
        self.entries = []

    def next(self, leaf):
        if leaf["type"] == "entry.cancelled":
            need(len(self.entries) > 1 and self.entries[-1]["seq"] == leaf["corrects"], "cancels what is not the newest")
            self.entries.pop()
        elif leaf["type"] == "entry.amended":
            self.amend(leaf)
        elif leaf["type"] in MOVES:
            self.entries.append(dict(leaf))
        else:
            need(self.entries, "nothing began")
        self.replay()

    def amend(self, leaf):
        for entry in self.entries:
            if entry["seq"] == leaf["corrects"] and "occurredAt" in leaf["facts"]["fields"]:
                entry["occurredAt"] = leaf["facts"]["occurredAt"]

    def replay(self):
        at, last, held = None, None, False
        for entry in self.entries:
            claimed = entry["occurredAt"]
            need(claimed is None or last is None or claimed >= last, "before the entry before")
            at, held = move(at, held, entry)
            last = claimed or entry["recordedAt"]


MOVES = {
    "item.taken-in": ((None,), "stored"),
    "item.held-temporarily": ((None,), "stored"),
    "item.agreed": (("stored", "out", "missing", "lost"), None),
    "item.checked-out": (("stored",), "out"),
    "item.changed": (("out",), "out"),
    "item.checked-in": (("out", "missing", "lost"), "stored"),
    "item.moved": (("stored",), "stored"),
    "item.handed-over": (("stored", "out", "missing", "lost"), "ended"),
    "item.search-started": (("stored", "out"), "missing"),
    "item.reported-missing": (("stored", "out", "missing"), "lost"),
    "item.found": (("out", "missing", "lost", "ended"), "stored"),
}


def move(at, held, entry):
    before, after = MOVES[entry["type"]]
    need(at in before, f"{entry['type']} cannot follow")
    if entry["type"] == "item.agreed":
        need(held, "no temporary hold")
        return at, False
    if entry["type"] == "item.handed-over" and at in ("missing", "lost"):
        need(entry["facts"]["disposition"] in ("returned", "replaced"), "ended while it was missing")
    return after, entry["type"] == "item.held-temporarily" or (held and after != "ended")


# A log


class Log:
    def __init__(self, name, end):
        need(LOG.fullmatch(name), "no log")
        self.name, self.end, self.tree, self.keys = name, Checkpoint(end, name), Tree(), []
        self.newest, self.items, self.of, self.commands = {}, {}, [], set()
        self.highest, self.open, self.missing = None, None, {}
        self.gaps, self.brought, self.fits = [], None, False

    def entry(self, text, fields):
        seq = len(self.of)
        need(seq < self.end.size, "more than was signed")
        leaf = strict(text)
        need(isinstance(leaf, dict), "no entry")
        counted(leaf.get("v"))
        need(leaf["v"] >= 1, "no entry")
        self.tree.append(text.encode())
        if leaf["v"] != 1:
            raise Unknown(f"version {leaf['v']}")
        need(set(leaf) == KEYS, "the keys of an entry")
        counted(leaf["seq"], leaf["part"], leaf["parts"], leaf["behind"], leaf["authAge"] or 0)
        need(isinstance(leaf["type"], str) and re.fullmatch(r"[a-z-]+\.[a-z-]+", leaf["type"]), "its type")
        if leaf["type"] not in TYPES:
            raise Unknown(leaf["type"])
        self.order(leaf, seq)
        self.words(leaf, fields)
        if leaf["type"] in ("log.opened", "key.rotated"):
            self.keys.append(key_of(leaf["facts"]["key"]))
        if leaf["type"] == "log.gap-explained" and self.name.endswith("/" + leaf["facts"]["log"]):
            self.gaps.append((leaf, {name: shown["value"] for name, shown in (fields or {"fields": {}})["fields"].items()}))
        if self.brought and len(self.of) == self.brought.size:
            self.fits = self.tree.root() == self.brought.root
        if leaf["item"] is not None:
            self.items.setdefault(leaf["item"], Item()).next(leaf)

    def order(self, leaf, seq):
        need(leaf["log"] == self.name, "an entry of another log")
        need(leaf["seq"] == seq and (leaf["type"] == "log.opened") == (seq == 0), "its number")
        need(INSTANT.fullmatch(leaf["recordedAt"]), "its moment")
        now = milliseconds(leaf["recordedAt"])
        behind = 0 if self.highest is None else max(0, self.highest - now)
        need(leaf["behind"] == behind, "how far the clock was behind")
        need(leaf["occurredAt"] is None or leaf["occurredAt"] <= leaf["recordedAt"], "claimed for later")
        item = leaf["item"]
        need(leaf["prior"] == (None if item is None else self.newest.get(item)), "the item's entry before")
        need((leaf["corrects"] is not None) == (leaf["type"] in CORRECTING), "what it corrects")
        if leaf["corrects"] is not None:
            need(0 <= leaf["corrects"] < seq and self.of[leaf["corrects"]] == item, "what it corrects")
        self.part(leaf)
        self.highest = now if self.highest is None else max(self.highest, now)
        self.of.append(item)
        if item is not None:
            self.newest[item] = seq

    def part(self, leaf):
        command, part, parts = leaf["command"], leaf["part"], leaf["parts"]
        if self.open is None:
            need(part == 0 < parts and command not in self.commands, "its command")
            self.commands.add(command)
        else:
            need((command, part, parts) == self.open, "its command")
        self.open = (command, part + 1, parts) if part + 1 < parts else None

    def words(self, leaf, fields):
        if leaf["type"] == "privacy.erased":
            for seq in leaf["facts"]["entries"]:
                self.missing.get(seq, set()).difference_update(leaf["facts"]["fields"])
        need((leaf["private"] is None) == (fields is None), "its private fields")
        if fields is None:
            return
        need(sha256(b"\2", jcs(fields["digests"]).encode()) == b64(leaf["private"], 32), "its private fields")
        for name, shown in fields["fields"].items():
            need(set(shown) == {"r", "value"} and name in fields["digests"], name)
            digest = sha256(b"\3", b64(shown["r"], 32), jcs(shown["value"]).encode())
            need(digest == b64(fields["digests"][name], 32), name)
        self.missing[leaf["seq"]] = set(fields["digests"]) - set(fields["fields"])

    def close(self):
        need(len(self.of) == self.end.size, "the end is missing")
        need(self.open is None, "a command is cut off")
        need(not any(self.missing.values()), "words are gone without an entry")
        self.end.check(self.tree.root(), self.keys[-1])
        need(self.brought is None or self.fits, "the record does not continue the checkpoint that was brought" + self.declared())

    def declared(self):
        """What the record says itself about a checkpoint that it does not continue."""
        for leaf, words in self.gaps:
            facts, brought = leaf["facts"], self.brought
            exactly = facts["size"] == brought.size and b64(facts["root"], 32) == brought.root
            if exactly or facts["from"] < brought.size < facts["size"]:
                who, why = words.get("actorName", "(erased)"), words.get("reason", "(erased)")
                return f"; it says so itself in entry {leaf['seq']}, by {who}: {facts['cause']}, {why}"
        return ""


# A pack

FILES = {"before.json", "keys.jsonl", "leaves.jsonl", "private.jsonl", "checkpoints.jsonl", "checkpoint"}
LOOSE = {"README.txt", "SHA256SUMS", "pack.json", "verify.html"}
SMALL, EXPANSION, TAIL = 4_194_304, 200, 22


def opened(file):
    """The ZIP, when nothing but the files of a pack is in it, each once, and nothing follows it."""
    with open(file, "rb") as raw:
        raw.seek(0, 2)
        raw.seek(max(0, raw.tell() - TAIL))
        tail = raw.read()
    need(tail.startswith(b"PK\5\6") and tail.endswith(b"\0\0") and tail[4:8] == bytes(4), "no ZIP, or not to its end")
    pack = zipfile.ZipFile(file)
    need(not pack.infolist() or min(one.header_offset for one in pack.infolist()) == 0, "not a ZIP from its beginning")
    need(tail[10:12] == len(pack.infolist()).to_bytes(4, "little")[:2], "how many files there are")
    names = set()
    for one in pack.infolist():
        folder, _, name = one.orig_filename.rpartition("/")
        known = one.filename in LOOSE if folder == "" else folder in ("custody", "access") and name in FILES
        need(known and one.filename == one.orig_filename and one.filename not in names, "a file that has no place here")
        need(one.compress_type in (0, 8) and not one.flag_bits & 0x2061, "a file that cannot be read")
        need(one.external_attr >> 28 in (0, 8), "a file that is none")
        need(one.header_offset + one.compress_size < pack.start_dir, "a file that is longer than the ZIP")
        need(one.file_size <= SMALL or one.file_size <= one.compress_size * EXPANSION, "it blows itself up")
        names.add(one.filename)
    return pack


def logs_of(pack):
    """What pack.json names: nothing of it is believed but where to look."""
    text = read(pack, "pack.json")
    manifest = strict(text[:-1])
    need(text.endswith("\n") and isinstance(manifest, dict), "pack.json")
    counted(manifest.get("v"))
    need(manifest["v"] > 0, "pack.json")
    if manifest["v"] != 1:
        raise Unknown(f"pack version {manifest['v']}")
    logs = manifest["logs"]
    need(set(manifest) == {"logs", "v"} and isinstance(logs, list) and logs, "pack.json")
    for log in logs:
        need(set(log) == {"folder", "from", "log", "to"}, "pack.json")
        counted(log["from"], log["to"])
    folders = [log["folder"] for log in logs]
    need(len(set(folders)) == len(folders), "pack.json")
    need({name.partition("/")[0] for name in pack.namelist() if "/" in name} <= set(folders), "a log that it does not name")
    return logs


def check_sums(pack):
    named = {}
    for line in lines(pack, "SHA256SUMS"):
        found = re.fullmatch("([0-9a-f]{64}) [ *](.+)", line)
        need(found and found[2] not in named, "SHA256SUMS")
        named[found[2]] = found[1]
    need(named.keys() == set(pack.namelist()) - {"SHA256SUMS"}, "SHA256SUMS")
    for name, expected in named.items():
        digest = hashlib.sha256()
        with pack.open(name) as content:
            while part := content.read(65_536):
                digest.update(part)
        need(digest.hexdigest() == expected, f"the sum of {name}")


def lines(pack, name):
    text = read(pack, name)
    need(text == "" or text.endswith("\n"), f"{name}: the last line")
    return text.split("\n")[:-1]


def read(pack, name):
    try:
        with pack.open(name) as content:
            return content.read(pack.getinfo(name).file_size + 1).decode()
    except (KeyError, UnicodeDecodeError):
        raise Broken(name) from None


def verify_log(pack, folder, name, kept):
    log = Log(name, read(pack, f"{folder}/checkpoint"))
    if kept is not None and kept.startswith(name + "\n"):
        log.brought = Checkpoint(kept, name)
    packed = {}
    for line in lines(pack, f"{folder}/private.jsonl"):
        fields = strict(line)
        need(set(fields) == {"digests", "fields", "seq"} and fields["seq"] > max(packed, default=-1), "private.jsonl")
        packed[fields["seq"]] = fields
    checkpoints = [Checkpoint(strict(line), name) for line in lines(pack, f"{folder}/checkpoints.jsonl")]
    sizes = [checkpoint.size for checkpoint in checkpoints]
    need(sizes == sorted(set(sizes)) and sizes[-1:] == [log.end.size] and sizes[0] > 0, "the order of the checkpoints")
    due = {checkpoint.size: checkpoint for checkpoint in checkpoints}
    for seq, text in enumerate(lines(pack, f"{folder}/leaves.jsonl")):
        log.entry(text, packed.pop(seq, None))
        if seq + 1 in due:
            due[seq + 1].check(log.tree.root(), log.keys[-1])
    log.close()
    need(not packed, "private fields of no entry")


def verify(file, kept=None):
    """The verdict, and in words what it rests on."""
    try:
        with opened(file) as pack:
            logs = logs_of(pack)
            need(kept is None or any(kept.startswith(log["log"] + "\n") for log in logs), "a checkpoint of another log was brought")
            for log in logs:
                if log["from"] != 0:
                    raise Unknown("a pack of a period")
                verify_log(pack, log["folder"], log["log"], kept)
            check_sums(pack)
        return "holds", "whole"
    except Unknown as unknown:
        return "cannot-judge", str(unknown)
    except OSError as cannot:
        return "cannot-judge", str(cannot)
    except (Broken, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as broken:
        return "broken", str(broken)
    except (LookupError, TypeError, AttributeError, ValueError, ArithmeticError) as shape:
        return "broken", f"not the shape of a record: {shape!r}"


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "--batch":
        for file in sorted(Path(arguments[1]).glob("*.zip")):
            verdict, words = verify(file)
            print(json.dumps({"file": file.name, "verdict": verdict, "words": words}))
        return 0
    kept = None
    if len(arguments) == 3 and arguments[1] == "--checkpoint":
        kept = Path(arguments[2]).read_text(encoding="utf-8")
    elif len(arguments) != 1:
        print(__doc__)
        return 2
    verdict, words = verify(arguments[0], kept)
    print(f"{verdict}: {words}")
    return {"holds": 0, "broken": 1, "cannot-judge": 2}[verdict]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
