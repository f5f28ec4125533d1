"""A proxy before the API server that counts the writes of its client, and acts after one of them."""

import http.client
import json
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

_HOP = ("connection", "transfer-encoding", "keep-alive")


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        proxy = self.server.proxy
        length = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(length) if length else None
        upstream = http.client.HTTPSConnection("127.0.0.1", proxy.port, context=proxy.upstream)
        headers = {name: value for name, value in self.headers.items() if name.lower() not in _HOP}
        upstream.request(self.command, self.path, body, headers)
        reply = upstream.getresponse()
        if proxy.counts(self.command, self.path):
            # It is written: what happens now is after it.
            proxy.after_write(f"{self.command} {urlsplit(self.path).path}")
        self.send_response(reply.status)
        for name, value in reply.getheaders():
            if name.lower() not in (*_HOP, "content-length"):
                self.send_header(name, value)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        while piece := reply.read1(65536):
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        self.wfile.write(b"0\r\n\r\n")
        upstream.close()

    do_GET = do_POST = do_PATCH = do_DELETE = do_PUT = answer

    def log_message(self, *_):
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass  # the client goes whenever it likes: that is what this is for


class Proxy:
    """Speaks for the cluster's administrator; its own clients need no credentials."""

    def __init__(self, cluster, kubeconfig, after_write):
        """`after_write("POST /apis/…")`: called when the server has done it and the client does not know yet."""
        pki = cluster.pki
        self.port, self.after_write = cluster.port, after_write
        self.upstream = ssl.create_default_context(cafile=pki.cert("ca"))
        self.upstream.load_cert_chain(pki.cert("admin"), pki.key("admin"))
        self.server = _Server(("127.0.0.1", 0), _Handler)
        self.server.proxy = self
        inside = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        inside.load_cert_chain(pki.cert("apiserver"), pki.key("apiserver"))
        self.server.socket = inside.wrap_socket(self.server.socket, server_side=True, do_handshake_on_connect=False)
        self.kubeconfig = kubeconfig
        url = f"https://127.0.0.1:{self.server.server_address[1]}"
        self.kubeconfig.write_text(json.dumps({
            "apiVersion": "v1", "kind": "Config", "current-context": "proxy",
            "clusters": [{"name": "proxy", "cluster": {"server": url, "certificate-authority": str(pki.cert("ca"))}}],
            "users": [{"name": "nobody", "user": {}}],
            "contexts": [{"name": "proxy", "context": {"cluster": "proxy", "user": "nobody"}}]}))
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @staticmethod
    def counts(method, path):
        return method not in ("GET", "HEAD") and "dryRun" not in path and "/authorization.k8s.io/" not in path

    def close(self):
        self.server.shutdown()
        self.server.server_close()
