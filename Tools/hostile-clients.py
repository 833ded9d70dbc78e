#!/usr/bin/env python3
"""Is slow, large and many on a real socket, and ends the service as systemd does (standard library only).

    Tools/hostile-clients.py .build/release/lexigram SCRATCH-FOLDER

Makes a small index in the folder, starts the service on it and says what held.
"""
import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time

if len(sys.argv) != 3:
    sys.exit(__doc__)
program, folder = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
failures = 0


def check(condition, what):
    global failures
    failures += not condition
    print(("ok    " if condition else "FAIL  ") + what, flush=True)


def law(name, word):
    articles = "\n\n".join(f"第{n}条　{word}应当登记。" for n in "一二三四五")
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    (folder / "pages" / f"{name}.md").write_text(f"# 样例市{name}条例\n\n2021年3月1日 样例市人民代表大会常务委员会 通过\n\n<!-- INFO END -->\n\n{articles}\n")


def index():
    subprocess.run([program, "index", str(folder / "pages"), "--index", str(folder / "store")], check=True, capture_output=True)


def start(*arguments, environment=None):
    """The process and the port it took."""
    process = subprocess.Popen([program, "serve", "--index", str(folder / "store"), "--port", "0", *arguments],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ, "LC_ALL": "C", **(environment or {})})
    line = process.stdout.readline()
    return process, int(line.split("http://")[1].split("/")[0].rsplit(":", 1)[1])


def get(port, path, headers=None, timeout=5):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    connection.request("GET", path, headers=headers or {})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, answer.headers, body


def memory(process):
    return next(int(line.split()[1]) for line in open(f"/proc/{process.pid}/status") if line.startswith("VmRSS")) // 1024


def closed_after(port, opening, drip, seconds):
    """How long the service lets such a connection live; None where longer than asked."""
    client = socket.create_connection(("127.0.0.1", port))
    client.settimeout(0.5)
    began = time.monotonic()
    client.sendall(opening)
    while time.monotonic() - began < seconds:
        try:
            if client.recv(4096) == b"":
                return time.monotonic() - began
        except TimeoutError:
            pass
        except OSError:
            return time.monotonic() - began
        try:
            client.sendall(drip)
        except OSError:
            return time.monotonic() - began
    return None


def slow(port):
    lives = {}
    def one(name, opening, drip):
        lives[name] = closed_after(port, opening, drip, 20)
    cases = [("head", b"GET / HTTP/1.1\r\nHost: localhost\r\n", b"X-a: b\r\n"),
             ("first line", b"G", b"E"),
             ("body", b"POST /api/stats HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n", b"x")]
    threads = [threading.Thread(target=one, args=case) for case in cases for _ in range(5)]
    for thread in threads:
        thread.start()
    status, _, _ = get(port, "/search?q=%E7%99%BB%E8%AE%B0")
    check(status == 200, "others are answered meanwhile")
    for thread in threads:
        thread.join()
    for name, life in lives.items():
        check(life is not None and life < 15, f"a slow {name} is closed after {life and round(life, 1)} s")


def large(process, port):
    before = memory(process)
    client = socket.create_connection(("127.0.0.1", port))
    client.settimeout(5)
    client.sendall(b"POST /api/stats HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1073741824\r\n\r\n")
    check(b" 413 " in client.recv(200), "a body of 1 GB is refused before it comes")
    client.close()
    client = socket.create_connection(("127.0.0.1", port))
    client.settimeout(5)
    client.sendall(b"POST /api/stats HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
    chunk, sent = b"10000\r\n" + b"x" * 65_536 + b"\r\n", 0
    try:
        while sent < 1 << 30:
            client.sendall(chunk)
            sent += 65_536
    except OSError:
        pass
    check(sent < 64 << 20, f"one that does not say so is cut off ({sent >> 20} MB went out)")
    for head in [b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
                 b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X-b: c\r\n" * 5_000 + b"\r\n", b"\x00\x01\x02\x03\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n"]:
        client = socket.create_connection(("127.0.0.1", port))
        client.settimeout(15)
        try:
            client.sendall(head)
            first = client.recv(1_000)
        except OSError:
            first = b""
        check(first == b"" or b" 4" in first[:14] or b" 505 " in first[:14], f"what is no request is refused: {first[:30]!r}")
        check(b" 400 " not in first[:14] or b"unreadable-request" in first, "and told why")
        check(len(head) > 1_000 or first != b"", "and what is short is answered")
    check(memory(process) - before < 64, f"memory {before} → {memory(process)} MB")


def strangers(port):
    for host in ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io"]:
        check(get(port, "/", {"Host": host})[0] == 421, f"Host {host} is not answered")
    for path in ["/../../etc/passwd", "/d/..%2f..%2fetc%2fpasswd", "/d/%2e%2e/%2e%2e/etc/passwd", "/style.css/../../x", "/d//etc/passwd"]:
        status, _, body = get(port, path)
        check(status == 404 and b"root:" not in body, f"{path} leads nowhere")


def commits(port):
    """A commit is served within a second, and nobody notices the change."""
    seen, wrong = [], []
    def ask():
        while not seen:
            status, _, body = get(port, "/api/search?q=%E7%89%9B")
            if status != 200:
                wrong.append(status)
            elif json.loads(body)["total"]:
                seen.append(time.monotonic())
    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    law("牛", "牛")
    index()
    done = time.monotonic()
    for thread in threads:
        thread.join(20)
    check(bool(seen) and seen[0] - done < 1.0, f"a commit is served after {seen and round(max(0, seen[0] - done), 2)} s")
    check(not wrong, f"and no request is dropped {wrong[:3]}")


def damage(port):
    store = folder / "store"
    kept = folder / "kept"
    shutil.copytree(store, kept)
    (store / "manifest").write_bytes(b"not an index")
    time.sleep(0.6)
    health = json.loads(get(port, "/healthz")[2])
    check(health["status"] == "stale" and health["problem"], f"a manifest that cannot be read: {health}")
    check(get(port, "/search?q=%E7%99%BB%E8%AE%B0")[0] == 200, "the last good commit goes on answering")
    shutil.rmtree(store)
    time.sleep(0.6)
    health = json.loads(get(port, "/healthz")[2])
    check(health["status"] == "stale", "a folder that is gone")
    check(get(port, "/search?q=%E7%99%BB%E8%AE%B0")[0] == 200, "and still it answers")
    shutil.copytree(kept, store)
    time.sleep(0.6)
    check(json.loads(get(port, "/healthz")[2])["status"] == "ok", "all is well when it is back")


def end(process, port):
    idle = [socket.create_connection(("127.0.0.1", port)) for _ in range(20)]
    for client in idle[:10]:
        client.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        client.recv(4096)
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    code = process.wait(10)
    check(code == 0 and time.monotonic() - began < 2, f"SIGTERM ends it in {round(time.monotonic() - began, 2)} s with {len(idle)} connections open, status {code}")


def token():
    path = folder / "token"
    path.write_text("a long secret\n")
    process, port = start("--host", "0.0.0.0", "--token-file", str(path))
    line = pathlib.Path(f"/proc/{process.pid}/cmdline").read_bytes()
    check(b"secret" not in line, "the token is not in the list of processes")
    check(get(port, "/")[0] == 401, "without it nobody comes in")
    check(get(port, "/", {"Authorization": "Bearer a"})[0] == 200, "with it one does")
    process.send_signal(signal.SIGTERM)
    process.wait(10)


shutil.rmtree(folder, ignore_errors=True)
law("犬", "犬只")
index()
process, port = start()
try:
    strangers(port)
    large(process, port)
    slow(port)
    commits(port)
    damage(port)
    end(process, port)
finally:
    if process.poll() is None:
        process.kill()
token()
print(f"{failures} failed" if failures else "all well")
sys.exit(1 if failures else 0)
