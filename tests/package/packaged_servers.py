"""Web servers that run the configuration of packaging/, changed only in place and port."""
import os
import re
import shutil
import socket
import subprocess
import time
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent.parent.parent / "packaging"
EXAMPLE = "/srv/handbok/example"

NGINX = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes 2;
events {{ worker_connections 256; }}
http {{
  access_log off;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  {site}
}}
"""

APACHE = """
ServerRoot {folder}
PidFile {folder}/apache.pid
ErrorLog {folder}/error.log
ServerName handbok.example
TypesConfig /dev/null
Listen 127.0.0.1:{port}
{modules}
{user}
<Directory />
  Require all denied
</Directory>
{site}
"""
APACHE_MODULES = Path("/usr/lib/apache2/modules")
APACHE_NEEDS = ["mpm_event", "authz_core", "dir", "mime", "autoindex", "headers", "filter", "deflate"]


def find_program(name):
    return shutil.which(name) or shutil.which(name, path="/usr/sbin")


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Server:
    """A running server of `target`, a folder that was published to. Use in a with statement."""

    def __init__(self, folder, target):
        self.folder, self.target = Path(folder), Path(target)
        self.port = free_port()

    def __enter__(self):
        command = self.command()
        subprocess.run([*command, "-t"], check=True, capture_output=True, text=True)
        self.process = subprocess.Popen([*command, *self.in_foreground])
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return self
            except OSError:
                time.sleep(0.1)
        raise RuntimeError(f"{self.name} does not answer: "
                           + (self.folder / "error.log").read_text(encoding="utf-8"))

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


class Nginx(Server):
    name = "nginx"
    status_of_folder = 404
    program = "nginx"
    in_foreground = ()

    def command(self):
        site = (PACKAGING / "nginx" / "handbok.conf").read_text(encoding="utf-8")
        site = site.replace(EXAMPLE, str(self.target)).replace("listen 80;",
                                                               f"listen 127.0.0.1:{self.port};")
        site = site.replace("snippets/", str(PACKAGING / "nginx") + "/")
        path = self.folder / "nginx.conf"
        path.write_text(NGINX.format(folder=self.folder, site=site), encoding="utf-8")
        return [find_program(self.program), "-c", str(path), "-p", str(self.folder)]


class Apache(Server):
    name = "Apache"
    status_of_folder = 403
    program = "apache2"
    in_foreground = ("-D", "FOREGROUND")

    def command(self):
        site = (PACKAGING / "apache" / "handbok.conf").read_text(encoding="utf-8")
        site = site.replace(EXAMPLE, str(self.target)).replace("*:80>", f"127.0.0.1:{self.port}>")
        modules = "\n".join(f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so"
                            for name in APACHE_NEEDS)
        user = "User www-data\nGroup www-data" if os.geteuid() == 0 else ""
        path = self.folder / "apache.conf"
        text = APACHE.format(folder=self.folder, port=self.port, modules=modules, user=user,
                             site=site)
        path.write_text(text, encoding="utf-8")
        return [find_program(self.program), "-f", str(path)]


def types_of_nginx():
    """Which type each extension has."""
    text = (PACKAGING / "nginx" / "handbok.conf").read_text(encoding="utf-8")
    block = re.search(r"types \{(.*?)\}", text, re.DOTALL).group(1)
    rows = [row.split() for row in block.split(";") if row.strip()]
    return {extension: row[0] for row in rows for extension in row[1:]}


def types_of_apache():
    text = (PACKAGING / "apache" / "handbok.conf").read_text(encoding="utf-8")
    rows = [row.split() for row in re.findall(r"^ *AddType (.*)$", text, re.MULTILINE)]
    return {extension[1:]: row[0] for row in rows for extension in row[1:]}


def types_of_iis():
    text = (PACKAGING / "iis" / "web.config").read_text(encoding="utf-8")
    rows = re.findall(r'<mimeMap fileExtension="\.(\w+)" mimeType="([^";]+)', text)
    return dict(rows)
