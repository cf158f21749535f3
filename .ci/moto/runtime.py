"""Lambda's side: the Runtime API that a runtime asks for work, and the function's process."""

import json
import os
import queue
import subprocess
import time
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from checks import Failed

ACCOUNT = "111122223333"
REGION = "us-east-1"
FUNCTION = "rolecall-AuditFunction"
FUNCTION_ARN = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{FUNCTION}"
ACCESS_KEY = "AKIAIOSFODNN7EXAMPLE"
SECRET_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
SESSION_TOKEN = "EXAMPLE-OWN-TOKEN-of-the-function"
TIMEOUT = 60


class RuntimeApi:
    """Hands out invocations one by one and takes their answers. See
    https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html"""

    def __init__(self):
        self.due = queue.Queue()
        self.replies = queue.Queue()
        self.count = 0
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def address(self):
        """Host and port, as the variable AWS_LAMBDA_RUNTIME_API has them."""
        return f"127.0.0.1:{self.server.server_address[1]}"

    def hand_out(self, event):
        """Makes an event the next invocation."""
        self.count += 1
        self.due.put((f"00000000-0000-4000-8000-{self.count:012d}", json.dumps(event).encode()))

    def close(self):
        """Ends the server; whoever still waits for work gets none."""
        self.due.put(None)
        self.server.shutdown()
        self.server.server_close()


def _handler(api):
    class Handler(BaseHTTPRequestHandler):
        """One request of the runtime."""

        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # else each answer waits some 40 ms for the runtime's kernel

        def do_GET(self):
            """The runtime asks for the next invocation, and waits until there is one."""
            invocation = api.due.get()
            if invocation is None:
                self.close_connection = True
                return
            request_id, event = invocation
            self.answer(
                200,
                event,
                {
                    "Lambda-Runtime-Aws-Request-Id": request_id,
                    "Lambda-Runtime-Invoked-Function-Arn": FUNCTION_ARN,
                    "Lambda-Runtime-Deadline-Ms": str(int((time.time() + TIMEOUT) * 1000)),
                },
            )

        def do_POST(self):
            """The runtime says what became of it."""
            body = self.body().decode("utf-8")
            self.answer(202, b'{"status":"OK"}', {})
            api.replies.put((self.path.rsplit("/", 1)[1], body))

        def body(self):
            """The request's body, in one piece or in chunks."""
            if "chunked" not in self.headers.get("Transfer-Encoding", "").lower():
                return self.rfile.read(int(self.headers.get("Content-Length", 0)))
            whole = b""
            while size := int(self.rfile.readline().split(b";")[0], 16):
                whole += self.rfile.read(size)
                self.rfile.readline()
            while self.rfile.readline().strip():
                pass
            return whole

        def answer(self, status, body, headers):
            """Sends an answer."""
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Says nothing."""

    return Handler


class Function:
    """The packaged function in a process of its own, started as Lambda's Java runtime starts it."""

    def __init__(self, name, options, endpoint, variables):
        self.name = name
        self.api = RuntimeApi()
        self.log_path = os.path.join(options.work, f"function-{name}.log")
        lib = os.path.join(options.code, "lib")
        jars = [os.path.join(lib, jar) for jar in sorted(os.listdir(lib))]
        command = [
            options.java,
            # As the managed runtime does for java25.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx384m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            os.pathsep.join(jars + [options.client]),
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
            "rolecall.lambda.AuditHandler::handleRequest",
        ]
        with open(self.log_path, "wb") as log:
            self.process = subprocess.Popen(
                command,
                env=self._environment(endpoint, variables),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def _environment(self, endpoint, variables):
        return {
            "PATH": os.environ.get("PATH", ""),
            "LC_ALL": "C.UTF-8",
            "AWS_LAMBDA_RUNTIME_API": self.api.address(),
            "AWS_LAMBDA_FUNCTION_NAME": FUNCTION,
            "AWS_LAMBDA_FUNCTION_VERSION": "1",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "512",
            "AWS_LAMBDA_LOG_FORMAT": "JSON",
            "AWS_REGION": REGION,
            "AWS_ACCESS_KEY_ID": ACCESS_KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
            "AWS_SESSION_TOKEN": SESSION_TOKEN,
            "AWS_ENDPOINT_URL": endpoint,
            "ROLECALL_STACK": "rolecall",
            **variables,
        }

    def invoke(self, event):
        """Invokes the function and returns what it answered."""
        self.api.hand_out(event)
        end = time.monotonic() + TIMEOUT
        while True:
            try:
                kind, body = self.api.replies.get(timeout=0.5)
                break
            except queue.Empty:
                if self.process.poll() is not None or time.monotonic() > end:
                    raise Failed(
                        f"function {self.name} died, or gave no answer: {self.last_lines()}"
                    ) from None
        if kind != "response":
            raise Failed(f"function {self.name} answered with an error: {body[:2000]}")
        return json.loads(body)

    def log(self):
        """Every line that the function wrote so far."""
        with open(self.log_path, encoding="utf-8") as log:
            return log.read().splitlines()

    def metrics(self):
        """The lines of counters that the function wrote so far."""
        return [json.loads(line) for line in self.log() if '"_aws"' in line]

    def complaints(self):
        """What it said last that is no news and no counter, for a message."""
        quiet = ('"level":"INFO"', '"_aws"')
        lines = [line for line in self.log() if not any(word in line for word in quiet)]
        return "Its last complaints:" + "".join("\n    " + line[:500] for line in lines[-3:])

    def last_lines(self):
        """The end of the log, for a message."""
        return "\n    " + "\n    ".join(line[:500] for line in self.log()[-5:])

    def close(self):
        """Ends the process."""
        self.process.kill()
        self.process.wait()
        self.api.close()
