"""An object store in memory that speaks as much of S3 as reading and writing tables asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import md5
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from threading import Thread
from typing import IO
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

_NAMESPACE = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"'
_DATE = "2026-01-02T03:04:05.000Z"


class Bucket(ThreadingHTTPServer):
    """Objects by `bucket/key`; parts of an upload lie there too until it is complete."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.objects: dict[str, bytes] = {}
        self.parts: dict[tuple[str, int], bytes] = {}

    @property
    def environment(self) -> dict[str, str]:
        """What tells clients to come here."""
        return {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{self.server_port}",
            "AWS_ACCESS_KEY_ID": "any",
            "AWS_SECRET_ACCESS_KEY": "any",
            "AWS_REGION": "us-east-1",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true",
        }


@contextmanager
def open_bucket() -> Iterator[Bucket]:
    """An empty one."""
    with Bucket() as bucket:
        thread = Thread(target=bucket.serve_forever, daemon=True)
        thread.start()
        yield bucket
        bucket.shutdown()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Bucket

    def log_message(self, *_: object) -> None:
        pass

    def do_HEAD(self) -> None:
        self._get()

    def do_GET(self) -> None:
        if "/" in self._key.rstrip("/") and "list-type" not in self._query:
            self._get()
        else:
            self._list()

    def do_PUT(self) -> None:
        content = self._body()
        source = self.headers.get("x-amz-copy-source")
        if source:
            self.server.objects[self._key] = self.server.objects[unquote(source).lstrip("/")]
            self._say(200, f"<CopyObjectResult {_NAMESPACE}><ETag>a</ETag></CopyObjectResult>")
            return
        if "uploadId" in self._query:
            self.server.parts[self._key, int(self._query["partNumber"][0])] = content
        else:
            self.server.objects[self._key] = content
        self._say(200, "", {"ETag": f'"{md5(content).hexdigest()}"'})

    def do_POST(self) -> None:
        body = self._body().decode()
        if "uploads" in self._query:
            name = "InitiateMultipartUploadResult"
            self._say(200, f"<{name} {_NAMESPACE}><UploadId>one</UploadId></{name}>")
        elif "delete" in self._query:
            for key in re.findall("<Key>(.*?)</Key>", body):
                self.server.objects.pop(f"{self._key.rstrip('/')}/{key}", None)
            self._say(200, f"<DeleteResult {_NAMESPACE}></DeleteResult>")
        else:
            parts = sorted(part for part in self.server.parts if part[0] == self._key)
            self.server.objects[self._key] = b"".join(map(self.server.parts.pop, parts))
            name = "CompleteMultipartUploadResult"
            self._say(200, f"<{name} {_NAMESPACE}><ETag>a</ETag></{name}>")

    def do_DELETE(self) -> None:
        self.server.objects.pop(self._key, None)
        self._say(204)

    @property
    def _key(self) -> str:
        return unquote(urlsplit(self.path).path).removeprefix("/")

    @property
    def _query(self) -> dict[str, list[str]]:
        return parse_qs(urlsplit(self.path).query, keep_blank_values=True)

    def _get(self) -> None:
        content = self.server.objects.get(self._key)
        if content is None:
            is_bucket = "/" not in self._key.rstrip("/")
            self._say(200 if is_bucket else 404)
            return
        status, headers = 200, {"ETag": f'"{md5(content).hexdigest()}"', "Accept-Ranges": "bytes"}
        asked = re.fullmatch(r"bytes=(\d*)-(\d*)", self.headers.get("Range", ""))
        if asked:
            size = len(content)
            first = int(asked[1]) if asked[1] else max(0, size - int(asked[2]))
            last = min(size - 1, int(asked[2])) if asked[1] and asked[2] else size - 1
            headers["Content-Range"] = f"bytes {first}-{last}/{size}"
            status, content = 206, content[first : last + 1]
        self._say(status, content, headers)

    def _list(self) -> None:
        bucket, prefix = self._key.rstrip("/"), self._query.get("prefix", [""])[0]
        ends = self._query.get("delimiter", [""])[0]
        objects, folders = [], set()
        for key, content in sorted(self.server.objects.items()):
            name = key.removeprefix(f"{bucket}/")
            if name == key or not name.startswith(prefix):
                continue
            rest = name[len(prefix) :]
            if ends and ends in rest:
                folders.add(prefix + rest[: rest.index(ends) + 1])
                continue
            objects.append(
                f"<Contents><Key>{escape(name)}</Key><Size>{len(content)}</Size>"
                f"<LastModified>{_DATE}</LastModified><ETag>a</ETag></Contents>"
            )
        objects += [
            f"<CommonPrefixes><Prefix>{escape(each)}</Prefix></CommonPrefixes>"
            for each in sorted(folders)
        ]
        self._say(
            200,
            f"<ListBucketResult {_NAMESPACE}><Name>{bucket}</Name><Prefix>{escape(prefix)}</Prefix>"
            f"<KeyCount>{len(objects)}</KeyCount><MaxKeys>1000</MaxKeys>"
            f"<IsTruncated>false</IsTruncated>{''.join(objects)}</ListBucketResult>",
        )

    def _body(self) -> bytes:
        if "chunked" in self.headers.get("Transfer-Encoding", ""):
            content = _read_chunks(self.rfile)
        else:
            content = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        if "aws-chunked" in self.headers.get("Content-Encoding", ""):
            content = _read_chunks(BytesIO(content))
        return content

    def _say(
        self, status: int, content: str | bytes = b"", headers: dict[str, str] | None = None
    ) -> None:
        raw = content.encode() if isinstance(content, str) else content
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Last-Modified", "Fri, 02 Jan 2026 03:04:05 GMT")
        if isinstance(content, str) and content:
            self.send_header("Content-Type", "application/xml")
        if status != 204:
            self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(raw)


def _read_chunks(stream: IO[bytes]) -> bytes:
    """What HTTP and S3 send in pieces, each with its size before it, and lines after the last."""
    whole = b""
    while size := int(stream.readline().split(b";")[0], 16):
        whole += stream.read(size)
        stream.readline()
    while stream.readline().strip():
        pass
    return whole
