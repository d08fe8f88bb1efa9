"""Talks to the kernel named on the command line with Jupyter's own client; prints what came back as one JSON object."""
import json
import sys
import time

from jupyter_client.manager import start_new_kernel

manager, client = start_new_kernel(kernel_name=sys.argv[1], startup_timeout=120)
seen = {}


def outputs_of(message_id):
    """All messages on iopub that belong to a request, until the kernel is idle again."""
    found = []
    while True:
        message = client.get_iopub_msg(timeout=60)
        if message["parent_header"].get("msg_id") != message_id:
            continue
        found.append({"type": message["msg_type"], "content": message["content"]})
        if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
            return found


def execute(name, code, **options):
    message_id = client.execute(code, **options)
    reply = client.get_shell_msg(timeout=60)
    seen[name] = {"reply": reply["content"], "outputs": outputs_of(message_id)}


def wait_for_start(message_id):
    """Until the kernel has taken up a request; on a busy machine that takes its time."""
    while True:
        message = client.get_iopub_msg(timeout=60)
        if message["parent_header"].get("msg_id") == message_id and message["msg_type"] == "execute_input":
            return


def beats():
    """Whether the kernel answers on its heart channel within 20 s; a busy machine misses a beat."""
    for _ in range(100):
        if client.hb_channel.is_beating():
            return True
        time.sleep(0.2)
    return False


def ask(name, message_id):
    reply = client.get_shell_msg(timeout=60)
    assert reply["parent_header"]["msg_id"] == message_id
    seen[name] = reply["content"]
    outputs_of(message_id)


try:
    ask("info", client.kernel_info())
    execute("value", "const prices = [1, 2];\nprices", user_expressions={"count": "prices.length", "wrong": "nowhere"})
    execute("stream", "console.log('out'); console.error('err')")
    execute("display", "import { newDisplay } from 'tslab';\nconst shown = newDisplay();\nshown.html('<b>1</b>'); shown.html('<b>2</b>');")
    execute("rich", "({ [Symbol.for('Jupyter.display')]: () => ({ 'image/png': 'AQI=', 'text/plain': 'one' }) })")
    execute("error", "const fine = 1;\nthrow new RangeError('too far')")
    execute("compile", "const wrong: string = 1;")
    execute("silent", "prices.push(3); 'not shown'", silent=True)
    execute("after", "prices.length")
    ask("complete", client.complete("/* 😀 */ prices.fi", 17))
    ask("inspect", client.inspect("/* 😀 */ prices", 12))
    ask("unknown", client.inspect("   ", 1))
    ask("incomplete", client.is_complete("function f() {"))
    ask("finished", client.is_complete("1 + 1"))
    ask("history", client.history(hist_access_type="tail", n=2))
    ask("search", client.history(hist_access_type="search", pattern="*wrong*", output=True))
    ask("comms", client.comm_info())

    ask("template", client.is_complete("const text = `not yet"))
    ask("invalid", client.is_complete("const = 1"))
    ask("nowhere", client.inspect("nosuchname", 4))
    execute("cleared", "console.log('gone'); clearOutput(true); console.log('stays')")
    execute("many", "for (let i = 0; i < 10000; i++) console.log(i)")
    opened = client.session.send(client.shell_channel.socket, "comm_open", {"comm_id": "c1", "target_name": "nowhere", "data": {}})
    seen["comm"] = outputs_of(opened["header"]["msg_id"])
    asking = client.execute("const who = await input('Who? ');\nimport * as readline from 'node:readline/promises';\nconst lines = readline.createInterface({ input: process.stdin });\nconst more = await lines.question('');\nlines.close();\n[who, more]", allow_stdin=True)
    prompts = []
    for answer in ["Ada", "Grace"]:
        prompts.append(client.get_stdin_msg(timeout=60)["content"])
        client.input(answer)
    seen["asked"] = {"prompts": prompts, "reply": client.get_shell_msg(timeout=60)["content"], "outputs": outputs_of(asking)}
    execute("alone", "await input('Who? ')", allow_stdin=False)

    failing = client.execute("await new Promise((resolve) => setTimeout(resolve, 500)); throw new Error('first')")
    waiting = client.execute("1", stop_on_error=True)
    seen["aborted"] = [client.get_shell_msg(timeout=60)["content"]["status"] for _ in range(2)]
    execute("atOnce", "'runs'")
    failing = client.execute("throw new Error('first')", stop_on_error=False)
    waiting = client.execute("1")
    seen["goesOn"] = [client.get_shell_msg(timeout=60)["content"]["status"] for _ in range(2)]

    endless = client.execute("for (;;) {}")
    wait_for_start(endless)
    time.sleep(1)
    began = time.time()
    manager.interrupt_kernel()
    seen["interrupted"] = client.get_shell_msg(timeout=60)["content"]
    seen["interruptSeconds"] = time.time() - began
    execute("kept", "prices")
    execute("ended", "process.exit(5)")
    execute("again", "40 + 2")
    seen["heartbeat"] = beats()
    manager.restart_kernel(now=False)
    client.wait_for_ready(timeout=120)
    execute("forgotten", "prices")
    execute("pid", "process.ppid")
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=False)
print(json.dumps(seen))
