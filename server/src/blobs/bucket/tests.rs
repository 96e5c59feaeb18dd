//! A bucket keeps what a folder promises: against a small service that speaks as much of S3 as is
//! asked of it.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use futures::stream::{self, StreamExt, TryStreamExt};
use object_store::aws::AmazonS3Builder;
use services::hash_bytes;
use services::ports::{BlobError, Blobs, Pieces};

use super::{PART, parse};
use crate::blobs::Files;

/// What lies in the service.
#[derive(Default)]
struct Kept {
    objects: BTreeMap<String, Bytes>,
    /// Parts by upload and number, until it is completed or given up.
    uploads: HashMap<String, BTreeMap<u32, Bytes>>,
    /// Whether every request is refused.
    closed: bool,
    /// How whole objects came: in one piece, or in parts.
    whole: u32,
    in_parts: u32,
}

type Service = Arc<Mutex<Kept>>;

fn look(service: &Service) -> MutexGuard<'_, Kept> {
    service.lock().expect("nobody panicked")
}

fn refused(status: StatusCode, code: &str) -> Response {
    let body = format!("<Error>\n<Code>{code}</Code>\n</Error>");
    (status, body).into_response()
}

/// `GET /bucket?list-type=2`.
async fn list(State(service): State<Service>, Path(bucket): Path<String>) -> Response {
    if look(&service).closed {
        return refused(StatusCode::FORBIDDEN, "AccessDenied");
    }
    if bucket != "files" {
        return refused(StatusCode::NOT_FOUND, "NoSuchBucket");
    }
    "<ListBucketResult><KeyCount>0</KeyCount><IsTruncated>false</IsTruncated></ListBucketResult>"
        .into_response()
}

/// Everything that is asked of an object.
async fn object(
    State(service): State<Service>,
    method: Method,
    Path((bucket, key)): Path<(String, String)>,
    Query(query): Query<HashMap<String, String>>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    assert_eq!(bucket, "files");
    let signed = headers.get("authorization").and_then(|by| by.to_str().ok());
    assert!(signed.is_some_and(|by| by.starts_with("AWS4-HMAC-SHA256 Credential=somebody/")));
    let mut kept = look(&service);
    if kept.closed {
        return refused(StatusCode::FORBIDDEN, "AccessDenied");
    }
    let etag = [("etag", "\"1\"")];
    match (method.as_str(), query.get("uploadId").cloned()) {
        ("POST", None) => {
            let upload = kept.uploads.len().to_string();
            kept.uploads.insert(upload.clone(), BTreeMap::new());
            format!(
                "<InitiateMultipartUploadResult><UploadId>{upload}</UploadId>\
                 </InitiateMultipartUploadResult>"
            )
            .into_response()
        }
        ("PUT", Some(upload)) => {
            let number = query["partNumber"].parse().expect("a number");
            kept.uploads
                .get_mut(&upload)
                .expect("it began")
                .insert(number, body);
            etag.into_response()
        }
        ("POST", Some(upload)) => {
            let parts = kept.uploads.remove(&upload).expect("it began");
            let all_but_last = parts.len().saturating_sub(1);
            let large = |part: &Bytes| part.len() >= PART;
            assert!(parts.values().take(all_but_last).all(large), "as S3 wants");
            let whole: Vec<Bytes> = parts.into_values().collect();
            kept.objects.insert(key, whole.concat().into());
            kept.in_parts += 1;
            "<CompleteMultipartUploadResult><ETag>1</ETag></CompleteMultipartUploadResult>"
                .into_response()
        }
        ("DELETE", Some(upload)) => {
            kept.uploads.remove(&upload);
            StatusCode::NO_CONTENT.into_response()
        }
        ("PUT", None) => {
            kept.objects.insert(key, body);
            kept.whole += 1;
            etag.into_response()
        }
        ("GET" | "HEAD", None) => match kept.objects.get(&key) {
            Some(body) => {
                let changed = ("last-modified", "Sun, 22 Nov 2026 12:00:00 GMT");
                ([etag[0], changed], body.clone()).into_response()
            }
            None => refused(StatusCode::NOT_FOUND, "NoSuchKey"),
        },
        other => panic!("nobody asks for {other:?}"),
    }
}

/// A service on a port of its own.
async fn service() -> (Service, AmazonS3Builder) {
    let service = Service::default();
    let router = Router::new()
        .route("/{bucket}", axum::routing::get(list))
        .route("/{bucket}/{*key}", axum::routing::any(object))
        .layer(DefaultBodyLimit::disable())
        .with_state(Arc::clone(&service));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move { axum::serve(listener, router).await });
    let builder = AmazonS3Builder::new()
        .with_endpoint(format!("http://{address}"))
        .with_region("eu-central-1")
        .with_access_key_id("somebody")
        .with_secret_access_key("something");
    (service, builder)
}

async fn opened() -> (Service, Files) {
    let (service, builder) = service().await;
    let files = Files::of_service(builder, "s3://files/kaskada/").await;
    (service, files.expect("a bucket"))
}

fn pieces(bytes: &[u8]) -> Pieces {
    let pieces: Vec<_> = bytes
        .chunks(1024 * 1024)
        .map(|piece| Ok(Bytes::copy_from_slice(piece)))
        .collect();
    stream::iter(pieces).boxed()
}

async fn read(files: &Files, name: &str) -> Vec<u8> {
    let found = files.get(name).await.expect("an answer").expect("the file");
    let bytes: Vec<Bytes> = found.try_collect().await.expect("its bytes");
    bytes.concat()
}

#[tokio::test]
async fn a_file_is_kept_below_the_prefix_and_read_again() {
    let (service, files) = opened().await;
    let name = hash_bytes(b"register");
    assert!(!files.has(&name).await.expect("an answer"));
    assert!(files.get(&name).await.expect("an answer").is_none());
    for _ in 0..2 {
        files.put(&name, pieces(b"register")).await.expect("kept");
    }
    assert!(files.has(&name).await.expect("an answer"));
    assert_eq!(read(&files, &name).await, b"register");
    let kept = look(&service);
    let places: Vec<&String> = kept.objects.keys().collect();
    assert_eq!(places, [&format!("kaskada/{}/{name}", &name[..2])]);
    assert_eq!((kept.whole, kept.in_parts), (2, 0));
}

#[tokio::test]
async fn a_long_file_comes_in_parts_and_is_whole() {
    let (service, files) = opened().await;
    let long: Vec<u8> = (0..12_000_000_u32).map(|n| n.to_le_bytes()[1]).collect();
    let name = hash_bytes(&long);
    files.put(&name, pieces(&long)).await.expect("kept");
    assert_eq!(hash_bytes(&read(&files, &name).await), name);
    assert_eq!(look(&service).in_parts, 1);
    assert!(look(&service).uploads.is_empty());
}

#[tokio::test]
async fn a_file_that_breaks_off_leaves_nothing_not_even_parts() {
    let (service, files) = opened().await;
    let name = hash_bytes(b"never");
    for before in [1, 12] {
        let piece = || Ok(Bytes::from(vec![7; 1024 * 1024]));
        let broken = (0..before)
            .map(|_| piece())
            .chain([Err(BlobError::Nowhere)]);
        let broken: Vec<_> = broken.collect();
        let put = files.put(&name, stream::iter(broken).boxed()).await;
        assert!(matches!(put, Err(BlobError::Nowhere)), "{put:?}");
        assert!(!files.has(&name).await.expect("an answer"));
    }
    let kept = look(&service);
    assert!(kept.uploads.is_empty() && kept.objects.is_empty());
}

#[tokio::test]
async fn a_service_that_refuses_is_told_and_not_mistaken_for_a_missing_file() {
    let (service, files) = opened().await;
    let name = hash_bytes(b"register");
    look(&service).closed = true;
    assert!(matches!(files.get(&name).await, Err(BlobError::Failed(_))));
    assert!(matches!(files.has(&name).await, Err(BlobError::Failed(_))));
    let put = files.put(&name, pieces(b"register")).await;
    assert!(matches!(put, Err(BlobError::Failed(_))));
}

#[tokio::test]
async fn a_bucket_that_cannot_be_used_is_said_when_it_is_opened() {
    let (service, builder) = service().await;
    let told = async |address| {
        let opened = Files::of_service(builder.clone(), address).await;
        opened.err().expect("no such bucket")
    };
    let missing = told("s3://other").await;
    assert!(missing.starts_with("cannot use s3://other: "), "{missing}");
    look(&service).closed = true;
    let closed = told("s3://files").await;
    assert!(closed.contains("AccessDenied"), "{closed}");
    assert!(!closed.contains('\n'), "one line: {closed}");
    for address in [
        "files",
        "s3://",
        "s3:///x",
        "https://files.example",
        "s3://files/a//b",
    ] {
        assert!(told(address).await.contains("names no bucket"), "{address}");
    }
}

#[test]
fn an_address_names_a_bucket_and_perhaps_a_prefix() {
    let parsed = |address| {
        let (bucket, prefix) = parse(address).expect("an address");
        (bucket.to_owned(), prefix.to_string())
    };
    assert_eq!(parsed("s3://files"), ("files".into(), String::new()));
    assert_eq!(parsed("s3://files/a/b/"), ("files".into(), "a/b".into()));
}
