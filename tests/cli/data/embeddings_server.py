"""A server of sentence vectors for tests: POST /v1/embeddings answers with counts of letters. Usage: embeddings_server.py PORT_FILE LOG_FILE

Writes the port it listens on, and one line per request: how many texts, and for which model. Model "wrong" gets an answer that is none.
"""
import http.server
import json
import os
import sys


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        texts = request["input"]
        with open(sys.argv[2], "a") as log:
            log.write(f"{len(texts)} {request.get('model', '-')} {self.path} {self.headers.get('Authorization', '-')}\n")
        vectors = [[1.0 + text.lower().count(letter) for letter in "abcdefghijklmnopqrstuvwxyz"] for text in texts]
        data = [{"index": i, "embedding": v} for i, v in enumerate(vectors)]
        body = b"hello" if request.get("model") == "wrong" else json.dumps({"data": data[::-1]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
with open(sys.argv[1] + ".new", "w") as file:
    file.write(str(server.server_port))
os.rename(sys.argv[1] + ".new", sys.argv[1])
server.serve_forever()
