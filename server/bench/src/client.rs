//! One kept-alive connection to a server on this machine.

use std::net::SocketAddr;

use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::header::{
    ACCEPT_ENCODING, CONTENT_TYPE, COOKIE, HOST, HeaderMap, HeaderName, HeaderValue, ORIGIN,
};
use hyper::{Method, Request, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// What is asked for; the headers are those of a browser that matter to the server.
#[derive(Clone, Debug)]
pub struct Ask {
    method: Method,
    path: String,
    headers: Vec<(HeaderName, String)>,
    body: Bytes,
}

impl Ask {
    /// A page, as a visitor without compression asks for it.
    pub fn get(path: &str) -> Self {
        Self {
            method: Method::GET,
            path: path.to_owned(),
            headers: Vec::new(),
            body: Bytes::new(),
        }
    }

    /// A form that was filled in, its fields already encoded.
    pub fn post(path: &str, form: String) -> Self {
        Self {
            method: Method::POST,
            body: form.into(),
            ..Self::get(path)
        }
        .with(CONTENT_TYPE, "application/x-www-form-urlencoded")
    }

    /// The same, of another address.
    pub fn at(&self, path: &str) -> Self {
        Self {
            path: path.to_owned(),
            ..self.clone()
        }
    }

    /// The same, in another manner.
    pub fn by(&self, method: Method) -> Self {
        Self {
            method,
            ..self.clone()
        }
    }

    /// The same, from the browser that holds these cookies.
    pub fn signed_in(self, cookie: &str) -> Self {
        self.with(COOKIE, cookie)
    }

    /// The same, from a browser that takes what browsers take.
    pub fn compressed(self) -> Self {
        self.with(ACCEPT_ENCODING, "gzip, deflate, br, zstd")
    }

    fn with(mut self, name: HeaderName, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    /// The address asked for.
    pub fn path(&self) -> &str {
        &self.path
    }
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    /// Bytes over the wire: status line, headers and body.
    pub fn size(&self) -> usize {
        let headers: usize = self
            .headers
            .iter()
            .map(|(name, value)| name.as_str().len() + value.len() + ": \r\n".len())
            .sum();
        "HTTP/1.1 200 OK\r\n\r\n".len() + headers + self.body.len()
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// One kept-alive connection.
pub struct Connection {
    sender: SendRequest<Full<Bytes>>,
    host: HeaderValue,
    origin: HeaderValue,
}

impl Connection {
    /// Connects.
    pub async fn open(address: SocketAddr) -> Result<Self, String> {
        let stream = TcpStream::connect(address)
            .await
            .map_err(|error| format!("cannot connect to {address}: {error}"))?;
        stream
            .set_nodelay(true)
            .map_err(|error| error.to_string())?;
        let (sender, connection) = handshake(TokioIo::new(stream))
            .await
            .map_err(|error| error.to_string())?;
        // It ends with an error when its server is stopped; the next request says so.
        tokio::spawn(connection);
        let header = |text: String| HeaderValue::from_str(&text).map_err(|error| error.to_string());
        Ok(Self {
            sender,
            host: header(address.to_string())?,
            origin: header(format!("http://{address}"))?,
        })
    }

    /// Asks, and reads the whole answer.
    pub async fn ask(&mut self, ask: &Ask) -> Result<Answer, String> {
        let failed =
            |error: &dyn std::fmt::Display| format!("{} {}: {error}", ask.method, ask.path);
        let mut request = Request::builder()
            .method(ask.method.clone())
            .uri(&ask.path)
            .header(HOST, &self.host);
        if ask.method != Method::GET {
            request = request.header(ORIGIN, &self.origin);
        }
        for (name, value) in &ask.headers {
            request = request.header(name, value);
        }
        let request = request
            .body(Full::new(ask.body.clone()))
            .map_err(|error| failed(&error))?;
        self.sender.ready().await.map_err(|error| failed(&error))?;
        let response = self
            .sender
            .send_request(request)
            .await
            .map_err(|error| failed(&error))?;
        let (parts, body) = response.into_parts();
        let body = body.collect().await.map_err(|error| failed(&error))?;
        Ok(Answer {
            status: parts.status,
            headers: parts.headers,
            body: body.to_bytes(),
        })
    }

    /// Asks for something that must be there.
    pub async fn fetch(&mut self, ask: &Ask) -> Result<Answer, String> {
        let answer = self.ask(ask).await?;
        if answer.status == StatusCode::OK {
            return Ok(answer);
        }
        Err(format!(
            "{} {} answered {}",
            ask.method, ask.path, answer.status
        ))
    }
}
