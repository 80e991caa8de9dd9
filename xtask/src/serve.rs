//! A small web server for the built site, with the headers a careful host would send.

use std::fs;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

/// A request's head is longer than this only when something is wrong.
const MAX_HEAD_BYTES: u64 = 64 * 1024;

/// How long a connection may stay silent.
const PATIENCE: Duration = Duration::from_secs(10);

/// Serves a folder on localhost until the program is stopped.
pub(crate) fn serve(site: &Path, port: u16) -> Result<()> {
    ensure!(
        site.join("index.html").is_file(),
        "{} holds no site yet. Run this again without --no-build.",
        site.display()
    );
    let policy = policy(site)?;
    let listeners = listen(port)?;
    println!("Recto is at http://localhost:{}", listeners[0].local_addr()?.port());
    thread::scope(|scope| {
        for listener in &listeners {
            scope.spawn(|| accept(listener, site, &policy));
        }
    });
    Ok(())
}

/// The policy stands in the page. Workers get theirs from a header, and only a header can forbid frames.
fn policy(site: &Path) -> Result<String> {
    let page = fs::read_to_string(site.join("index.html")).context("index.html could not be read")?;
    let (_, rest) = page
        .split_once(r#"<meta http-equiv="Content-Security-Policy" content=""#)
        .context("index.html has no Content-Security-Policy")?;
    let (policy, _) = rest.split_once('"').context("index.html's Content-Security-Policy has no end")?;
    Ok(format!("{policy}; frame-ancestors 'none'"))
}

/// Browsers take `localhost` for either address, so both are served where the machine has both.
fn listen(port: u16) -> Result<Vec<TcpListener>> {
    let first = bind(Ipv4Addr::LOCALHOST.into(), port)?;
    let port = first.local_addr()?.port();
    let mut listeners = vec![first];
    let has_ipv6 = TcpListener::bind((Ipv6Addr::LOCALHOST, 0)).is_ok();
    if has_ipv6 {
        listeners.push(bind(Ipv6Addr::LOCALHOST.into(), port)?);
    }
    Ok(listeners)
}

fn bind(address: IpAddr, port: u16) -> Result<TcpListener> {
    match TcpListener::bind(SocketAddr::new(address, port)) {
        Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
            "Port {port} is already in use, perhaps by another `cargo xtask serve`. Stop that program, or choose \
             another port: cargo xtask serve --port {}",
            port.checked_add(1).unwrap_or(8080)
        ),
        bound => bound.with_context(|| format!("port {port} could not be opened on {address}")),
    }
}

fn accept(listener: &TcpListener, site: &Path, policy: &str) {
    thread::scope(|scope| {
        for stream in listener.incoming().flatten() {
            // A visitor who leaves early ends their own connection and nothing else.
            scope.spawn(move || answer(&stream, site, policy).ok());
        }
    });
}

/// One request, one response, and the connection closes.
fn answer(stream: &TcpStream, site: &Path, policy: &str) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let Some(Request { method, target, takes_gzip }) = read_request(stream)? else {
        return Response::text("400 Bad Request", "This is not a request for a page.").send(stream, policy, true);
    };
    let response = match method.as_str() {
        "GET" | "HEAD" => respond(site, &target),
        _ => Response::text("405 Method Not Allowed", "Only GET and HEAD are served."),
    };
    let response = if takes_gzip { response.compressed()? } else { response };
    response.send(stream, policy, method != "HEAD")
}

struct Request {
    method: String,
    target: String,
    takes_gzip: bool,
}

/// The headers are read to their end, as a connection closed with unread bytes is reset.
fn read_request(stream: &TcpStream) -> std::io::Result<Option<Request>> {
    let mut lines = BufReader::new(stream.take(MAX_HEAD_BYTES)).split(b'\n');
    let first = lines.next().transpose()?.unwrap_or_default();
    let mut takes_gzip = false;
    loop {
        match lines.next().transpose()? {
            None => return Ok(None),
            Some(line) if line.is_empty() || line == b"\r" => break,
            Some(line) => takes_gzip |= names_gzip(&String::from_utf8_lossy(&line)),
        }
    }
    let first = String::from_utf8_lossy(&first);
    let mut words = first.split_whitespace();
    Ok(match (words.next(), words.next(), words.next()) {
        (Some(method), Some(target), Some(version)) if version.starts_with("HTTP/1.") => {
            Some(Request { method: method.to_owned(), target: target.to_owned(), takes_gzip })
        }
        _ => None,
    })
}

/// Whether a header says that the visitor takes compressed answers.
fn names_gzip(header: &str) -> bool {
    let Some((name, value)) = header.split_once(':') else { return false };
    name.eq_ignore_ascii_case("accept-encoding") && value.split(',').any(|coding| coding.trim() == "gzip")
}

fn respond(site: &Path, target: &str) -> Response {
    let found = locate(site, target).and_then(|path| Some((content_type(&path), fs::read(&path).ok()?)));
    match found {
        Some((content_type, body)) => Response { status: "200 OK", content_type, coding: None, body },
        None => Response::text("404 Not Found", "There is no such file here."),
    }
}

/// The file a target names. Only plain names are followed, none that begins with a dot, so no target leads outside.
fn locate(site: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = if path.is_empty() { "index.html" } else { path };
    let is_plain = |name: &str| {
        !name.starts_with('.') && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    };
    path.split('/').all(|name| !name.is_empty() && is_plain(name)).then(|| site.join(path))
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

struct Response {
    status: &'static str,
    content_type: &'static str,
    coding: Option<&'static str>,
    body: Vec<u8>,
}

impl Response {
    fn text(status: &'static str, body: &str) -> Self {
        Response { status, content_type: "text/plain; charset=utf-8", coding: None, body: body.into() }
    }

    /// As static hosts send it. Pictures and fonts are compressed already.
    fn compressed(self) -> std::io::Result<Self> {
        if self.content_type.starts_with("image/png") || self.content_type.starts_with("font/") {
            return Ok(self);
        }
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(&self.body)?;
        Ok(Response { coding: Some("gzip"), body: encoder.finish()?, ..self })
    }

    fn send(&self, mut stream: &TcpStream, policy: &str, with_body: bool) -> std::io::Result<()> {
        let coding = self.coding.map(|coding| format!("Content-Encoding: {coding}\r\n")).unwrap_or_default();
        let head = format!(
            "HTTP/1.1 {}\r\nContent-Type: {}\r\n{coding}Content-Length: {}\r\nContent-Security-Policy: {policy}\r\n\
             X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nCache-Control: no-cache\r\n\
             Vary: Accept-Encoding\r\nConnection: close\r\n\r\n",
            self.status,
            self.content_type,
            self.body.len(),
        );
        let mut message = head.into_bytes();
        if with_body {
            message.extend_from_slice(&self.body);
        }
        stream.write_all(&message)?;
        stream.flush()
    }
}

#[cfg(test)]
mod tests {
    use flate2::read::GzDecoder;

    use super::*;

    const PAGE: &str = r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'">Hello"#;

    /// Sends one request to a served folder and gives the response's head and body.
    fn ask(request: &str) -> (String, String) {
        let around = tempfile::tempdir().unwrap();
        let site = around.path().join("site");
        fs::create_dir_all(site.join("pkg")).unwrap();
        fs::write(around.path().join("secret.txt"), "secret").unwrap();
        fs::write(site.join(".hidden"), "hidden").unwrap();
        fs::write(site.join("index.html"), PAGE).unwrap();
        fs::write(site.join("pkg/core.wasm"), "\0asm").unwrap();

        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let mut visitor = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        visitor.write_all(request.as_bytes()).unwrap();
        let (stream, _) = listener.accept().unwrap();
        answer(&stream, &site, &policy(&site).unwrap()).unwrap();
        drop(stream);
        let mut response = Vec::new();
        visitor.read_to_end(&mut response).unwrap();
        let end = response.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(response[..end].to_vec()).unwrap();
        let mut body = response.split_off(end + 4);
        if head.contains("\r\nContent-Encoding: gzip\r\n") && !body.is_empty() {
            let compressed = std::mem::take(&mut body);
            GzDecoder::new(&compressed[..]).read_to_end(&mut body).unwrap();
        }
        (head, String::from_utf8(body).unwrap())
    }

    #[track_caller]
    fn check_status(target: &str, status: &str) {
        let (head, body) = ask(&format!("GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        assert!(head.starts_with(&format!("HTTP/1.1 {status}")), "{target}: {head}");
        assert!(!body.contains("secret") && !body.contains("hidden"), "{target}: {body}");
    }

    #[test]
    fn the_page_comes_with_its_policy_and_the_strict_headers() {
        let (head, body) = ask("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assert_eq!(body, PAGE);
        for header in [
            "Content-Type: text/html; charset=utf-8",
            "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options: nosniff",
            "Referrer-Policy: no-referrer",
            "Cache-Control: no-cache",
        ] {
            assert!(head.contains(&format!("\r\n{header}\r\n")), "no {header} in {head}");
        }
    }

    #[test]
    fn wasm_has_the_type_that_streaming_compilation_needs() {
        let (head, _) = ask("GET /pkg/core.wasm?v=1 HTTP/1.1\r\n\r\n");
        assert!(head.contains("\r\nContent-Type: application/wasm\r\n"), "{head}");
    }

    #[test]
    fn who_takes_compressed_answers_gets_them() {
        let (head, body) = ask("GET / HTTP/1.1\r\nAccept-Encoding: br, gzip\r\n\r\n");
        assert!(head.contains("\r\nContent-Encoding: gzip\r\n"), "{head}");
        assert_eq!(body, PAGE);
        for other in ["Accept-Encoding: br", "X-Wanted: gzip", "Host: localhost"] {
            let (head, body) = ask(&format!("GET / HTTP/1.1\r\n{other}\r\n\r\n"));
            assert!(!head.contains("Content-Encoding"), "{other}: {head}");
            assert_eq!(body, PAGE);
        }
    }

    #[test]
    fn head_has_the_length_but_no_body() {
        let (head, body) = ask("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assert!(head.contains(&format!("\r\nContent-Length: {}\r\n", PAGE.len())), "{head}");
        assert_eq!(body, "");
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        for target in [
            "/../secret.txt",
            "/pkg/../../secret.txt",
            "/%2e%2e/secret.txt",
            "//secret.txt",
            "/..\\secret.txt",
            "/.hidden",
        ] {
            check_status(target, "404");
        }
    }

    #[test]
    fn what_is_not_there_or_not_a_request_is_said_so() {
        check_status("/nothing.js", "404");
        check_status("/pkg", "404");
        assert!(ask("POST / HTTP/1.1\r\n\r\n").0.starts_with("HTTP/1.1 405"));
        assert!(ask("nonsense\r\n\r\n").0.starts_with("HTTP/1.1 400"));
    }

    #[test]
    fn a_port_in_use_is_told_in_words() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let message = listen(taken.local_addr().unwrap().port()).unwrap_err().to_string();
        assert!(message.contains("already in use"), "{message}");
    }
}
