"""Keys, certificates and kubeconfigs, by openssl."""

import base64
import json
from pathlib import Path

from .processes import run

_KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
_DAYS = ["-days", "30"]


class Pki:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        run("openssl", "req", "-x509", *_KEY, *_DAYS, "-keyout", self.key("ca"), "-out", self.cert("ca"),
            "-subj", "/CN=kubectl-algo-test", "-addext", "keyUsage=critical,keyCertSign,cRLSign")
        run("openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", self.key("sa"))
        run("openssl", "pkey", "-in", self.key("sa"), "-pubout", "-out", self.folder / "sa.pub")

    def key(self, name):
        return self.folder / f"{name}.key"

    def cert(self, name):
        return self.folder / f"{name}.crt"

    def issue(self, name, subject, names=()):
        """A certificate for both sides of TLS; `names` like "IP:127.0.0.1" and "DNS:localhost"."""
        extensions = "extendedKeyUsage=clientAuth,serverAuth\n"
        if names:
            extensions += "subjectAltName=" + ",".join(names) + "\n"
        (self.folder / "extensions").write_text(extensions)
        run("openssl", "req", *_KEY, "-keyout", self.key(name), "-out", self.folder / "request", "-subj", subject)
        run("openssl", "x509", "-req", *_DAYS, "-in", self.folder / "request", "-CA", self.cert("ca"),
            "-CAkey", self.key("ca"), "-CAcreateserial", "-extfile", self.folder / "extensions",
            "-out", self.cert(name))

    def kubeconfig(self, path, server, user, subject):
        """Issues a certificate for `user` and writes a kubeconfig that holds everything."""
        self.issue(user, subject)
        data = {what: base64.b64encode(file.read_bytes()).decode() for what, file in
                (("ca", self.cert("ca")), ("cert", self.cert(user)), ("key", self.key(user)))}
        config = {
            "apiVersion": "v1",
            "kind": "Config",
            "clusters": [{"name": "test", "cluster": {"server": server, "certificate-authority-data": data["ca"]}}],
            "users": [{"name": user, "user": {"client-certificate-data": data["cert"], "client-key-data": data["key"]}}],
            "contexts": [{"name": "test", "context": {"cluster": "test", "user": user}}],
            "current-context": "test",
        }
        Path(path).write_text(json.dumps(config, indent=1))
        Path(path).chmod(0o600)
