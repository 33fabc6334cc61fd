"""Servers on this machine that speak the protocols of a time-stamp server and of BSrE's e-sign service."""

import base64
import io
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from asn1crypto import tsp
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, sign_pdf
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import SimpleSigner
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore
from tests.jobs.people import Holder

Answer = tuple[int, dict[str, str], bytes]


@contextmanager
def serving(answer: Callable[[str, str, Any, bytes], Answer]) -> Iterator[str]:
    """Give the address of a server that answers (method, path, headers, body)."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            status, headers, content = answer(self.command, self.path, self.headers, body)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            del format, args

        def handle(self) -> None:
            with suppress(ConnectionError):  # the client's patience was over
                super().handle()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def time_stamp_server(holder: Holder, at: datetime | None = None) -> Iterator[str]:
    """Give the address of a time-stamp server (RFC 3161)."""
    stamper = DummyTimeStamper(holder.asn1, holder.key_info, fixed_dt=at)

    def answer(method: str, path: str, headers: Any, body: bytes) -> Answer:
        del method, path, headers
        stamp = stamper.request_tsa_response(tsp.TimeStampReq.load(body))
        return 200, {"Content-Type": "application/timestamp-reply"}, stamp.dump()

    with serving(answer) as url:
        yield url


@dataclass
class Service:
    """An e-sign service as the public clients of BSrE's know it; `change` is done to what it signed."""

    holder: Holder
    user: str = "akun-satuan"
    password: str = "sandi-akun"
    nik: str = "7500000000000001"
    passphrase: str = "frasa-pejabat"
    status: str = "ISSUE"
    change: Callable[[bytes, bytes], bytes] = lambda signed, _: signed
    refuse: Answer | None = None
    wait: float = 0.0
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def answer(self, method: str, path: str, headers: Any, body: bytes) -> Answer:
        time.sleep(self.wait)
        account = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        if headers["Authorization"] != f"Basic {account}":
            return _error(401, "Unauthorized")
        if method == "GET" and path == f"/api/user/status/{self.nik}":
            told = {"status_code": 1111, "status": self.status, "message": f"Status sertifikat {self.status}"}
            return 200, {"Content-Type": "application/json"}, json.dumps(told).encode()
        if (method, path) != ("POST", "/api/sign/pdf"):
            return _error(404, "Not found")
        return self._sign(_form(headers["Content-Type"], body))

    def _sign(self, form: dict[str, bytes]) -> Answer:
        words = {name: value.decode() for name, value in form.items() if name != "file"}
        self.asked.append(("sign", words))
        if self.refuse:
            return self.refuse
        if words["nik"] != self.nik:
            return _error(400, f"NIK {words['nik']} tidak terdaftar", code=2021)
        if words["passphrase"] != self.passphrase:
            return _error(400, f"Passphrase anda salah: {words['passphrase']}", code=2031)
        signed = self.change(self.signed(form["file"]), form["file"])
        return 200, {"Content-Type": "application/pdf", "id_dokumen": "dok-0001"}, signed

    def signed(self, pdf: bytes, field_name: str = "sig_bsre") -> bytes:
        signer = SimpleSigner(self.holder.asn1, self.holder.key_info, SimpleCertificateStore())
        meta = PdfSignatureMetadata(field_name=field_name, subfilter=SigSeedSubFilter.PADES)
        out: io.BytesIO = sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), meta, signer)
        return out.getvalue()


def _form(kind: str, body: bytes) -> dict[str, bytes]:
    message = message_from_bytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body)
    found = {}
    for part in message.get_payload():
        name = part.get_param("name", header="content-disposition")  # type: ignore[union-attr]
        found[str(name)] = part.get_payload(decode=True)  # type: ignore[union-attr]
    return found  # type: ignore[return-value]


def _error(status: int, words: str, code: int = 0) -> Answer:
    told = {"error": words, "status_code": code or status}
    return status, {"Content-Type": "application/json"}, json.dumps(told).encode()
