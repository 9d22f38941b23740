//! Receiving mail.

use std::{
    io,
    net::{IpAddr, SocketAddr},
    time::Duration,
};

use tokio::{
    io::{AsyncBufRead, AsyncBufReadExt, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

use crate::Mailbox;

/// The largest mail and the longest line that are taken.
const MAX_MAIL: usize = 10 * 1024 * 1024;
const MAX_LINE: u64 = 4 * 1024;

/// How long a client may say nothing.
const PATIENCE: Duration = Duration::from_secs(5 * 60);

/// A port of this machine that takes mail.
#[derive(Debug)]
pub struct SmtpListener {
    listener: TcpListener,
}

impl SmtpListener {
    /// Takes the port.
    ///
    /// # Errors
    /// It is taken already, or the address is not of this machine alone: what is
    /// caught has names and private links in it.
    pub async fn bind(address: SocketAddr) -> io::Result<Self> {
        if !is_loopback(address.ip()) {
            let why = format!("{address} can be reached from other machines");
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, why));
        }
        let listener = TcpListener::bind(address).await?;
        Ok(Self { listener })
    }

    /// Where it listens.
    ///
    /// # Errors
    /// The socket is gone.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Takes mail into the mailbox, for ever.
    pub async fn receive(self, mailbox: Mailbox) {
        loop {
            if let Ok((connection, _)) = self.listener.accept().await {
                let mailbox = mailbox.clone();
                tokio::spawn(async move {
                    // A client that hangs up has its reasons.
                    let _ = converse(connection, &mailbox).await;
                });
            }
        }
    }
}

pub(crate) fn is_loopback(address: IpAddr) -> bool {
    address.is_loopback()
}

async fn converse(mut connection: TcpStream, mailbox: &Mailbox) -> io::Result<()> {
    let (read, mut write) = connection.split();
    let mut read = BufReader::new(read);
    reply(&mut write, "220 mail-catcher").await?;
    let (mut from, mut to) = (String::new(), Vec::new());
    while let Some(line) = next_line(&mut read).await? {
        let (verb, rest) = line.split_once([' ', ':']).unwrap_or((&line, ""));
        let answer = match verb.to_ascii_uppercase().as_str() {
            "EHLO" => "250-mail-catcher\r\n250-8BITMIME\r\n250 SMTPUTF8".to_owned(),
            "HELO" | "NOOP" => "250 OK".to_owned(),
            "MAIL" | "RSET" => {
                from = address(rest).unwrap_or_default().to_owned();
                to.clear();
                "250 OK".to_owned()
            }
            "RCPT" => recipient(rest, mailbox, &mut to),
            "DATA" if to.is_empty() => "503 to whom?".to_owned(),
            "DATA" => {
                reply(&mut write, "354 end with a line that is a dot").await?;
                let source = data(&mut read).await?;
                mailbox.put(std::mem::take(&mut from), std::mem::take(&mut to), &source);
                "250 caught".to_owned()
            }
            "QUIT" => return reply(&mut write, "221 bye").await,
            _ => "502 not here".to_owned(),
        };
        reply(&mut write, &answer).await?;
    }
    Ok(())
}

/// The address in `FROM:<aero@example.org> SIZE=1000`.
fn address(rest: &str) -> Option<&str> {
    let (_, rest) = rest.split_once('<')?;
    rest.split_once('>').map(|(address, _)| address)
}

/// Notes whom the mail goes to: `TO:<ada@example.org> NOTIFY=NEVER`.
fn recipient(rest: &str, mailbox: &Mailbox, to: &mut Vec<String>) -> String {
    let Some(address) = address(rest) else {
        return "501 no address".to_owned();
    };
    if let Some(refusal) = mailbox.refusal(address) {
        return refusal;
    }
    to.push(address.to_owned());
    "250 OK".to_owned()
}

/// The lines until the one that is a dot; a dot that begins a line was doubled.
async fn data(read: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Vec<u8>> {
    let mut source = Vec::new();
    while let Some(line) = next_line(read).await? {
        if line == "." {
            return Ok(source);
        }
        let line = line.strip_prefix('.').unwrap_or(&line);
        source.extend_from_slice(line.as_bytes());
        source.extend_from_slice(b"\r\n");
        if source.len() > MAX_MAIL {
            return Err(io::Error::other("the mail is too large"));
        }
    }
    Err(io::ErrorKind::UnexpectedEof.into())
}

/// A line without its end; `None` when the client hung up.
async fn next_line(read: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    let mut limited = read.take(MAX_LINE);
    let reading = limited.read_until(b'\n', &mut line);
    tokio::time::timeout(PATIENCE, reading).await??;
    if line.is_empty() {
        return Ok(None);
    }
    if line.last() != Some(&b'\n') {
        return Err(io::Error::other("a line is too long, or cut off"));
    }
    let text = String::from_utf8(line).map_err(io::Error::other)?;
    Ok(Some(text.trim_end_matches(['\r', '\n']).to_owned()))
}

async fn reply(write: &mut (impl AsyncWrite + Unpin), lines: &str) -> io::Result<()> {
    write.write_all(format!("{lines}\r\n").as_bytes()).await
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a client says, and what is answered.
    async fn talk(said: &str, mailbox: &Mailbox) -> String {
        let listener = SmtpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0)))
            .await
            .unwrap();
        let address = listener.address().unwrap();
        tokio::spawn(listener.receive(mailbox.clone()));
        let mut client = TcpStream::connect(address).await.unwrap();
        client.write_all(said.as_bytes()).await.unwrap();
        client.shutdown().await.unwrap();
        let mut answers = String::new();
        client.read_to_string(&mut answers).await.unwrap();
        answers
    }

    #[tokio::test]
    async fn a_mail_is_taken_as_it_was_meant() {
        let mailbox = Mailbox::new();
        let answers = talk(
            "EHLO here\r\nMAIL FROM:<aero@example.org>\r\nRCPT TO:<ada@example.org>\r\nDATA\r\n\
             Message-ID: <1@example.org>\r\nContent-Language: fr\r\n\
             Subject: =?utf-8?q?D=C3=A9cid=C3=A9e?=\r\n\
             Content-Type: text/plain; charset=utf-8\r\n\
             Content-Transfer-Encoding: quoted-printable\r\n\r\n\
             Caf=C3=A9\r\n..dots\r\n.\r\nQUIT\r\n",
            &mailbox,
        )
        .await;
        assert!(answers.ends_with("250 caught\r\n221 bye\r\n"), "{answers}");
        let [mail] = <[_; 1]>::try_from(mailbox.take()).unwrap();
        assert_eq!(mail.to, ["ada@example.org"]);
        assert_eq!(mail.return_path, "aero@example.org");
        assert_eq!(mail.message_id, "1@example.org");
        assert_eq!((&*mail.subject, &*mail.language), ("Décidée", "fr"));
        assert_eq!(mail.text.trim_end(), "Café\r\n.dots");
        assert_eq!(mailbox.all(), []);
    }

    #[tokio::test]
    async fn an_address_is_refused_as_the_test_says() {
        let mailbox = Mailbox::new();
        mailbox.refuse("ada@example.org", "550 5.1.1 nobody");
        let said = "HELO here\r\nMAIL FROM:<>\r\nRCPT TO:<ada@example.org>\r\nDATA\r\nQUIT\r\n";
        let answers = talk(said, &mailbox).await;
        assert!(
            answers.contains("550 5.1.1 nobody\r\n503 to whom?"),
            "{answers}"
        );
        mailbox.accept("ada@example.org");
        let said = "HELO here\r\nMAIL FROM:<>\r\nRCPT TO:<ada@example.org>\r\nQUIT\r\n";
        assert!(!talk(said, &mailbox).await.contains("550"));
    }

    #[tokio::test]
    async fn a_mail_that_is_cut_off_is_none() {
        let mailbox = Mailbox::new();
        let said = "HELO here\r\nMAIL FROM:<>\r\nRCPT TO:<a@example.org>\r\nDATA\r\nhalf a";
        talk(said, &mailbox).await;
        assert_eq!(mailbox.all(), []);
    }

    #[tokio::test]
    async fn other_machines_cannot_reach_it() {
        let everywhere = SocketAddr::from(([0, 0, 0, 0], 0));
        assert!(SmtpListener::bind(everywhere).await.is_err());
    }
}
