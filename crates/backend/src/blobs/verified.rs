use std::io;

use futures_util::{Stream, StreamExt, stream::try_unfold};
use sha2::{Digest, Sha256};

use super::{BlobId, Bytes, Content};

/// The same pieces, and a failure at their end when they are not those of `id`.
pub(super) fn verified(
    id: BlobId,
    pieces: impl Stream<Item = object_store::Result<Bytes>> + Send + 'static,
) -> Content {
    let begin = (Box::pin(pieces), Sha256::new());
    try_unfold(begin, move |(mut pieces, mut hasher)| async move {
        match pieces.next().await {
            Some(piece) => {
                let piece = piece.map_err(io::Error::other)?;
                hasher.update(&piece);
                Ok(Some((piece, (pieces, hasher))))
            }
            None if BlobId::from_digest(hasher.finalize().into()) == id => Ok(None),
            None => Err(io::Error::other(format!("blob {id} is damaged"))),
        }
    })
    .boxed()
}
