#!/usr/bin/env python3
"""Asks the real binary over stdio as assistants do, with the protocol's own Python client (PyPI: mcp).

    Tools/mcp-test.py .build/release/lexigram INDEX
"""
import asyncio
import json
import subprocess
import sys

from mcp import ClientSession, MCPError, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.types import PaginatedRequestParams


def check(condition, what):
    if not condition:
        raise SystemExit(f"failed: {what}")
    print(f"ok  {what}")


def data(result):
    """The structured answer, which the text repeats."""
    check(json.loads(result.content[0].text) == result.structured_content, "text and data say the same")
    return result.structured_content


async def tools(session):
    listed = (await session.list_tools()).tools
    names = {tool.name for tool in listed}
    check({"search", "get_document", "get_provision", "look_up_number", "check_citations", "list_versions"} <= names, f"tools {sorted(names)}")
    check(all(any(ord(c) > 0x4E00 for c in t.description) and "a" in t.description.lower() for t in listed), "descriptions in both languages")

    found = data(await session.call_tool("search", {"query": "行政 复议", "limit": 3}))
    check(found["total"] > 0 and found["hits"], "search finds")
    hit = found["hits"][0]
    check(hit["citation"].startswith("《") and hit["status"] and hit["status_in_words"], "a hit has citation and status")

    document = data(await session.call_tool("get_document", {"reference": hit["document_id"]}))
    check(document["document_id"] == hit["document_id"] and "status_evidence" in document, "get_document")
    reference = hit["document_id"] + "#" + (hit["provision_id"] or document["provisions"][0]["id"])
    provision = data(await session.call_tool("get_provision", {"reference": reference}))
    check(provision["text"] and provision["citation"], "get_provision")
    number = data(await session.call_tool("look_up_number", {"number": "鄂府發[2023]第062號"}))
    check(number["read_as"] == "鄂府发〔2023〕62号", "a number in any spelling")
    versions = data(await session.call_tool("list_versions", {"reference": hit["document_id"]}))
    check(any(v["document_id"] == hit["document_id"] for v in versions["versions"]), "list_versions")
    checked = data(await session.call_tool("check_citations", {"text": f"根据《{hit['title']}》，制定本办法。"}))
    check(checked["citations"][0]["document"] is not None, "check_citations")
    return hit


async def errors(session):
    for arguments in [{}, {"query": 5}, {"query": "a", "limit": 0}, {"query": "a", "as_of": "soon"}, {"query": "a", "color": "red"}, {"query": "()"}]:
        result = await session.call_tool("search", arguments)
        check(result.is_error, f"a call that cannot be answered says so: {arguments}")
    for call, code in [
        (lambda: session.call_tool("no_such_tool", {}), -32602),
        (lambda: session.read_resource("lexigram:///d/none"), -32002),
        (lambda: session.read_resource("file:///etc/passwd"), -32602),
    ]:
        try:
            await call()
            check(False, f"error {code}")
        except MCPError as error:
            check(error.error.code == code, f"error {code}")


async def resources(session, hit):
    page = await session.list_resources()
    check(page.resources, f"{len(page.resources)} resources on the first page")
    if page.next_cursor:
        following = await session.list_resources(params=PaginatedRequestParams(cursor=page.next_cursor))
        check(following.resources[0].uri != page.resources[0].uri, "the second page is another")
    check(len((await session.list_resource_templates()).resource_templates) == 2, "two templates")
    text = (await session.read_resource(hit["uri"])).contents[0].text
    check(text.startswith("《") and hit["status_in_words"] in text, "a provision by its address, with citation and status")
    whole = (await session.read_resource(hit["uri"].rsplit("/", 1)[0])).contents[0].text
    check(len(whole) > len(text), f"a document by its address: {len(whole)} characters")


async def large(session):
    found = data(await session.call_tool("search", {"query": "民法典 合同", "limit": 50}))
    size = len(json.dumps(found))
    for hit in found["hits"][:5]:
        size = max(size, len(json.dumps(data(await session.call_tool("get_document", {"reference": hit["document_id"], "text": True})))))
    check(size > 1000, f"a large answer comes whole: {size} characters")
    together = await asyncio.gather(*[session.call_tool("search", {"query": q}) for q in ["土地", "税", "行政", "合同"] * 10])
    check(len(together) == 40 and not any(r.is_error for r in together), "forty calls at once")


def raw(program, index, messages):
    """Lines as they are, for what a good client never sends."""
    lines = "".join((m if isinstance(m, str) else json.dumps(m)) + "\n" for m in messages)
    done = subprocess.run([program, "mcp", "--index", index], input=lines, capture_output=True, text=True, timeout=60)
    check(done.returncode == 0, "it ends well when its input ends")
    return [json.loads(line) for line in done.stdout.splitlines()]


def lines(program, index):
    def call(number):
        return {"jsonrpc": "2.0", "id": number, "method": "tools/call", "params": {"name": "search", "arguments": {"query": "行政处罚的决定程序是什么", "limit": 50}}}
    cancel = {"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 60}}
    answers = raw(program, index, [call(n) for n in range(1, 61)] + [cancel])
    ids = {a["id"] for a in answers}
    check(60 not in ids and len(ids) == 59, "a cancelled request is not answered, the others are")

    answers = raw(program, index, ["{nonsense", "[]", '{"jsonrpc":"1.0","id":1,"method":"ping"}', '{"jsonrpc":"2.0","id":2}',
                                   '{"jsonrpc":"2.0","id":3,"method":"nothing"}', '{"jsonrpc":"2.0","id":"x","method":"ping"}',
                                   '{"jsonrpc":"2.0","method":"notifications/other"}', "x" * 2_000_000, "[" * 100_000])
    codes = [a.get("error", {}).get("code") for a in answers]
    check(codes == [-32700, -32600, -32600, -32600, -32601, None, -32600, -32700], f"errors of JSON-RPC {codes}")

    answers = raw(program, index, [{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": v, "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}}} for v in ["2025-06-18", "1999-01-01"]]
                  + [{"jsonrpc": "2.0", "id": 2, "method": "server/discover", "params": {"_meta": {"io.modelcontextprotocol/protocolVersion": "2099-01-01"}}}])
    check(answers[0]["result"]["protocolVersion"] == "2025-06-18", "the client's version where it is spoken")
    check(answers[1]["result"]["protocolVersion"] == "2025-11-25", "ours where it is not")
    check(answers[2]["error"]["code"] == -32022 and "2026-07-28" in answers[2]["error"]["data"]["supported"], "an unknown version is refused with those spoken")


async def client(program, index, handshake):
    async with stdio_client(StdioServerParameters(command=program, args=["mcp", "--index", index])) as (read, write):
        async with ClientSession(read, write) as session:
            if handshake:
                greeting = await session.initialize()
                check(greeting.server_info.name == "lexigram", f"handshake, protocol {greeting.protocol_version}")
            else:
                from mcp.client._probe import negotiate_auto
                await negotiate_auto(session)
                check(session.discover_result is not None, f"without a handshake, protocol {session.discover_result.supported_versions[-1]}")
            hit = await tools(session)
            await errors(session)
            await resources(session, hit)
            await large(session)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, index = sys.argv[1:]
    for handshake in [True, False]:
        asyncio.run(client(program, index, handshake))
    lines(program, index)
    print("all well")


main()
