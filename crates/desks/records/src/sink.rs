//! From the thread that writes an archive to the answer that is sent: in pieces, and never more than a few ahead of the receiver.

use std::io::{self, Write};
use std::time::Duration;

use bytes::Bytes;
use futures::Stream;
use tokio::runtime::Handle;
use tokio::sync::mpsc::{Receiver, Sender, channel};

/// Bytes that go together.
const PIECE: usize = 64 << 10;
/// Pieces that may wait for the receiver.
const AHEAD: usize = 4;
/// How long a receiver may take nothing before it is given up.
const PATIENCE: Duration = Duration::from_secs(120);

/// What the answer takes.
pub(crate) type Piece = io::Result<Bytes>;

/// Where the archive is written.
pub(crate) struct Sink {
    runtime: Handle,
    to: Sender<Piece>,
    waiting: Vec<u8>,
}

/// Where one writes, where one says that it broke off, and where it comes out.
pub(crate) fn pipe(runtime: Handle) -> (Sink, Sender<Piece>, Receiver<Piece>) {
    let (to, from) = channel(AHEAD);
    (Sink { runtime, to: to.clone(), waiting: Vec::with_capacity(PIECE) }, to, from)
}

/// The receiver's end as a stream.
pub(crate) fn stream(from: Receiver<Piece>) -> impl Stream<Item = Piece> {
    futures::stream::unfold(from, |mut from| async move { from.recv().await.map(|piece| (piece, from)) })
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(PIECE - self.waiting.len());
        self.waiting.extend_from_slice(&bytes[..taken]);
        if self.waiting.len() == PIECE {
            self.flush()?;
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let piece = std::mem::replace(&mut self.waiting, Vec::with_capacity(PIECE));
        let sent = self.runtime.block_on(self.to.send_timeout(Ok(piece.into()), PATIENCE));
        sent.map_err(|_| io::Error::new(io::ErrorKind::BrokenPipe, "nobody receives the archive any more"))
    }
}
