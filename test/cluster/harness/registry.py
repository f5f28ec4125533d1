"""A registry of images for one node: OCI archives behind HTTPS, for whoever has the password."""

import base64
import hashlib
import json
import re
import ssl
import tarfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_PATH = re.compile(r"/v2/(?P<name>[a-z0-9/-]+)/(?:manifests|blobs)/(?P<what>[\w.:-]+)")


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        registry, found = self.server.registry, _PATH.fullmatch(self.path)
        if registry.credentials and self.headers.get("Authorization") != registry.credentials:
            self.reply(401, "application/json", b"{}")
        elif found is None or found["name"] not in registry.images:
            self.reply(404, "application/json", json.dumps({"errors": [{"code": "NAME_UNKNOWN"}]}).encode())
        else:
            self.reply(200, *registry.images[found["name"]].blob(found["what"]))

    do_HEAD = do_GET

    def reply(self, status, kind, body):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if status == 401:
            self.send_header("WWW-Authenticate", 'Basic realm="images"')
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, *_):
        pass


class _Image:
    """That of an archive, as one of its own: a kubelet remembers by the image's digest who pulled it
    with which secret (KEP-2535), and would ask those for it who use the same one without."""

    def __init__(self, path):
        self.path, self.changed = path, {}
        top = json.loads(self.member("index.json"))["manifests"][0]
        manifest = json.loads(self.read(top["digest"]))
        config = {**json.loads(self.read(manifest["config"]["digest"])), "author": "a registry"}
        manifest["config"].update(self.add(config))
        self.kind, self.tagged = top["mediaType"], self.add(manifest)["digest"]

    def add(self, value):
        data = json.dumps(value).encode()
        digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
        self.changed[digest] = data
        return {"digest": digest, "size": len(data)}

    def member(self, name):
        with tarfile.open(self.path) as archive:
            return archive.extractfile(name).read()

    def read(self, digest):
        return self.member(f"blobs/{digest.replace(':', '/')}")

    def blob(self, what):
        """Content type and bytes of the tag's manifest, or of what has this digest."""
        digest = self.tagged if what == "1" else what
        kind = self.kind if digest == self.tagged else "application/octet-stream"
        return kind, self.changed.get(digest) or self.read(digest)


class Registry:
    """Answers on the node's side of this machine; `archives` is {"images/python": FILE}, all tagged 1."""

    def __init__(self, cluster, node, archives, password=""):
        self.images = {name: _Image(path) for name, path in archives.items()}
        self.credentials = f"Basic {base64.b64encode(f'learner:{password}'.encode()).decode()}" if password else ""
        self.server = ThreadingHTTPServer((node.gateway, 0), _Handler)
        self.server.daemon_threads = True
        self.server.registry = self
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(cluster.pki.cert("apiserver"), cluster.pki.key("apiserver"))
        self.server.socket = tls.wrap_socket(self.server.socket, server_side=True, do_handshake_on_connect=False)
        self.address = f"{node.gateway}:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()
