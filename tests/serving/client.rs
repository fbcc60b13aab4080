//! The least of an HTTP client: it shows an answer as it came.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};

/// What a server answered.
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// Names in small letters, with values.
    headers: Vec<(String, String)>,
    /// The body, still compressed.
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of a header that came once at most.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(other, _)| other == name);
        let value = values.next().map(|(_, value)| value.as_str());
        assert!(values.next().is_none(), "{name} came twice");
        value
    }
}

/// Asks a server on this machine for a path.
pub fn get(port: u16, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).expect("the server listens");
    let mut request =
        format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n");
    for (name, value) in headers {
        request.extend([name, ": ", value, "\r\n"]);
    }
    request.push_str("\r\n");
    stream.write_all(request.as_bytes()).expect("the server takes requests");
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("the server answers");
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").expect("a head");
    let head = String::from_utf8(bytes[..end].to_vec()).expect("a head is text");
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).expect("a status line");
    let headers = lines.filter_map(|line| line.split_once(": "));
    let mut answer = Answer {
        status: status.parse().expect("a status is a number"),
        headers: headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect(),
        body: bytes.split_off(end + 4),
    };
    if answer.header("transfer-encoding") == Some("chunked") {
        answer.body = joined(&answer.body);
    }
    answer
}

/// The chunks of a body: each with its length in hexadecimal digits before it, an empty one at the end.
fn joined(mut chunks: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    loop {
        let end = chunks.windows(2).position(|window| window == b"\r\n").expect("a length");
        let digits = std::str::from_utf8(&chunks[..end]).expect("a length is text");
        let length = usize::from_str_radix(digits, 16).expect("a length is a number");
        if length == 0 {
            return body;
        }
        let start = end + 2;
        body.extend(&chunks[start..start + length]);
        chunks = &chunks[start + length + 2..];
    }
}
