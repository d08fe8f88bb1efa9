"""What jupyter_kernel_test asks of a kernel (https://github.com/jupyter/jupyter_kernel_test), asked of the one that is named: python3
jupyter_suite.py KERNEL prints one JSON object, true for each thing that the kernel does."""
import json
import queue
import sys
import time

from jupyter_client.manager import start_new_kernel

manager, client = start_new_kernel(kernel_name=sys.argv[1], startup_timeout=120)
WAIT = 30
passed = {}


def shell(message_id, wait=WAIT):
    while True:
        reply = client.get_shell_msg(timeout=wait)
        if reply["parent_header"].get("msg_id") == message_id:
            return reply["content"]


def outputs(message_id, wait=WAIT):
    found = []
    while True:
        message = client.get_iopub_msg(timeout=wait)
        if message["parent_header"].get("msg_id") != message_id:
            continue
        if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
            return found
        found.append((message["msg_type"], message["content"]))


def run(code, **options):
    message_id = client.execute(code, **options)
    reply = shell(message_id)
    return reply, outputs(message_id)


def ask(message_id):
    reply = shell(message_id)
    outputs(message_id)
    return reply


def printed(found, name):
    return "".join(content["text"] for kind, content in found if kind == "stream" and content["name"] == name)


def check(name):
    """Runs a check at once; whatever goes wrong or takes too long counts as not done."""
    def decorate(function):
        try:
            passed[name] = bool(function())
        except (AssertionError, KeyError, IndexError, TypeError, queue.Empty):
            passed[name] = False
    return decorate


@check("kernel_info")
def _():
    info = ask(client.kernel_info())
    return info["protocol_version"] and info["language_info"]["file_extension"] == ".ts"


@check("execute_stdout")
def _():
    return printed(run("console.log('hello, world')")[1], "stdout") == "hello, world\n"


@check("execute_stderr")
def _():
    return printed(run("console.error('test error')")[1], "stderr") == "test error\n"


@check("completion")
def _():
    run("const zebra = [1];")
    return "zebra" in ask(client.complete("zeb"))["matches"]


@check("is_complete: complete")
def _():
    return all(ask(client.is_complete(code))["status"] == "complete" for code in ["1", "console.log('hello')", "function f(x: number) {\n  return x * 2;\n}\n\n\n"])


@check("is_complete: incomplete")
def _():
    return all(ask(client.is_complete(code))["status"] == "incomplete" for code in ["console.log(", "function f() {", "`template"])


@check("is_complete: invalid")
def _():
    return ask(client.is_complete("const = 3"))["status"] == "invalid"


@check("execute_result")
def _():
    reply, found = run("6 * 7")
    return [content["data"]["text/plain"] for kind, content in found if kind == "execute_result"] == ["42"]


@check("display_data")
def _():
    return any(kind == "display_data" and "text/html" in content["data"] for kind, content in run("import { display } from 'tslab';\ndisplay.html('<b>test</b>')")[1])


@check("error")
def _():
    reply, found = run("throw new TypeError('planned')")
    return reply["status"] == "error" and reply["ename"] == "TypeError" and any(kind == "error" for kind, _ in found)


@check("history: tail, range, search")
def _():
    time.sleep(0.5)
    tail = ask(client.history(hist_access_type="tail", n=5))["history"]
    some = ask(client.history(hist_access_type="range", session=0, start=1, stop=3))["history"]
    found = ask(client.history(hist_access_type="search", pattern="*6 * 7*"))["history"]
    return tail and some and found


@check("inspect: found and not found")
def _():
    return ask(client.inspect("zebra", 3))["found"] and not ask(client.inspect("nosuchname", 4))["found"]


@check("clear_output")
def _():
    return any(kind == "clear_output" for kind, _ in run("clearOutput()")[1])


@check("stdin")
def _():
    message_id = client.execute("const given = await input('Name: '); given", allow_stdin=True)
    question = client.get_stdin_msg(timeout=10)
    client.input("Ada")
    return question["content"]["prompt"] == "Name: " and shell(message_id)["status"] == "ok" and outputs(message_id)[-1][1]["data"]["text/plain"].strip("'") == "Ada"


@check("comm_info")
def _():
    return ask(client.comm_info())["comms"] == {}


@check("interrupt")
def _():
    message_id = client.execute("await new Promise((resolve) => setTimeout(resolve, 60000))")
    time.sleep(2)
    manager.interrupt_kernel()
    return shell(message_id)["status"] == "error" and "42" in str(run("6 * 7")[1])


@check("interrupt of an endless loop")
def _():
    message_id = client.execute("for (;;) {}")
    time.sleep(2)
    manager.interrupt_kernel()
    return shell(message_id)["status"] == "error" and "42" in str(run("6 * 7")[1])


@check("restart")
def _():
    manager.restart_kernel(now=True)
    client.wait_for_ready(timeout=120)
    return "zebra" not in ask(client.complete("zeb"))["matches"]


@check("shutdown")
def _():
    manager.shutdown_kernel(now=False)
    return not manager.is_alive()


client.stop_channels()
if manager.is_alive():
    manager.shutdown_kernel(now=True)
print(json.dumps(passed))
