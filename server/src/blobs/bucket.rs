//! A bucket of an S3 service. Who may use it, and where the service is, say the variables that all
//! its programs read: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT_URL …

use std::sync::Arc;
use std::time::Duration;

use futures::StreamExt;
use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::prefix::PrefixStore;
use object_store::{ClientConfigKey, ObjectStore, RetryConfig, path};

use super::Files;

/// Bytes that are sent at a time; S3 takes no part below 5 MiB except the last.
const PART: usize = 5 * 1024 * 1024;
/// How long a request is tried again before whoever waits is told.
const PATIENCE: Duration = Duration::from_secs(20);

impl Files {
    /// A bucket, or what lies in it below a prefix. A file appears when all of it was sent.
    ///
    /// # Errors
    /// One plain sentence when the address is none, or the bucket cannot be used.
    pub(super) async fn in_bucket(address: &str) -> Result<Self, String> {
        Self::of_service(AmazonS3Builder::from_env(), address).await
    }

    async fn of_service(service: AmazonS3Builder, address: &str) -> Result<Self, String> {
        let (bucket, prefix) = parse(address)?;
        let cannot = |error: object_store::Error| {
            // Services answer in lines of XML.
            let said: Vec<String> = error.to_string().lines().map(str::to_owned).collect();
            format!("cannot use {address}: {}", said.join(" "))
        };
        // TLS for everything else names this provider itself; a second call changes nothing.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let endpoint = service.get_config_value(&AmazonS3ConfigKey::Endpoint);
        let unsecured = endpoint.is_some_and(|address| address.starts_with("http://"));
        let retry = RetryConfig {
            max_retries: 4,
            retry_timeout: PATIENCE,
            ..RetryConfig::default()
        };
        // A file takes as long as its reader needs; only silence ends a transfer.
        let within = |key, time: &str| (AmazonS3ConfigKey::Client(key), time.to_owned());
        let times = [
            within(ClientConfigKey::Timeout, "6h"),
            within(ClientConfigKey::ReadTimeout, "30s"),
        ];
        let service = times.into_iter().fold(service, |service, (key, time)| {
            service.with_config(key, time)
        });
        let mut service = service.with_bucket_name(bucket).with_retry(retry);
        if unsecured {
            service = service.with_allow_http(true);
        }
        let place = PrefixStore::new(service.build().map_err(cannot)?, prefix);
        // Whether it is there and may be read is found out now, not by the first upload.
        place.list(None).next().await.transpose().map_err(cannot)?;
        Ok(Self {
            place: Arc::new(place),
            piece: PART,
        })
    }
}

/// The bucket and the prefix of an address.
fn parse(address: &str) -> Result<(&str, path::Path), String> {
    let named = address.strip_prefix("s3://").unwrap_or_default();
    let (bucket, prefix) = named.split_once('/').unwrap_or((named, ""));
    match path::Path::parse(prefix.trim_end_matches('/')) {
        Ok(prefix) if !bucket.is_empty() => Ok((bucket, prefix)),
        _ => Err(format!(
            "{address:?} names no bucket: write s3://BUCKET or s3://BUCKET/PREFIX"
        )),
    }
}

#[cfg(test)]
mod tests;
