//! The way to the mail server is encrypted, and to the right one, or no mail goes out.
//!
//! Whom the program trusts its process is told by `SSL_CERT_FILE`, so each mail is
//! sent by a process of its own: this test program again, with one test by name.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use backend::{Mailer, OutgoingMail, Smtp, SmtpSettings};
use domain::Language;
use jiff::Timestamp;
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject};
use testing::Certificates;
use text::mail::Mail;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufStream};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

/// How the sending process is told where the server is.
const SERVER: &str = "MAIL_SERVER_OF_THE_TEST";

#[test]
#[ignore = "run by the tests beside it, in a process of its own"]
#[expect(clippy::disallowed_methods, reason = "told by the parent process")]
fn one_mail() {
    let settings = SmtpSettings {
        url: std::env::var(SERVER).unwrap(),
        from: "Aero <aero@example.org>".to_owned(),
        return_path: None,
    };
    let mail = OutgoingMail {
        to: "ada@example.org".to_owned(),
        id: "one".to_owned(),
        at: Timestamp::UNIX_EPOCH,
        mail: Mail {
            language: Language::En,
            subject: "A claim".to_owned(),
            text: "Text.".to_owned(),
            html: "<p>Text.</p>".to_owned(),
        },
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let outcome = Smtp::new(&settings).unwrap().send(&mail).await;
        println!("outcome: {outcome:?}");
    });
}

/// What became of a mail to `url`, by a process that trusts this authority alone.
async fn sent(url: String, trusted: &Path) -> String {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", "one_mail", "--ignored", "--nocapture"])
        .env("SSL_CERT_FILE", trusted)
        .env_remove("SSL_CERT_DIR")
        .env(SERVER, url);
    let output = tokio::task::spawn_blocking(move || command.output().unwrap());
    let output = output.await.unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let outcome = said.lines().find_map(|line| line.strip_prefix("outcome: "));
    outcome.unwrap_or_else(|| panic!("{said}")).to_owned()
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn acceptor(files: &Certificates) -> TlsAcceptor {
    let chain = CertificateDer::pem_file_iter(&files.certificate).unwrap();
    let chain = chain.collect::<Result<Vec<_>, _>>().unwrap();
    let key = PrivateKeyDer::from_pem_file(&files.key).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .unwrap();
    TlsAcceptor::from(Arc::new(config))
}

/// Answers as a mail server does and writes down the commands, until `STARTTLS` or the
/// end.
async fn converse<S: AsyncRead + AsyncWrite + Unpin>(
    stream: &mut BufStream<S>,
    extension: &str,
    heard: &mut Vec<String>,
) -> std::io::Result<()> {
    let mut is_content = false;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let line = line.trim_end();
        let reply = match line.split(' ').next().unwrap_or_default() {
            "." => "250 taken\r\n".to_owned(),
            _ if is_content => continue,
            "EHLO" => format!("250-localhost\r\n{extension}250 8BITMIME\r\n"),
            "DATA" => "354 go on\r\n".to_owned(),
            "AUTH" => "235 it is you\r\n".to_owned(),
            "STARTTLS" => "220 go on\r\n".to_owned(),
            "QUIT" => "221 bye\r\n".to_owned(),
            _ => "250 good\r\n".to_owned(),
        };
        is_content = line == "DATA";
        heard.push(line.to_owned());
        stream.write_all(reply.as_bytes()).await?;
        stream.flush().await?;
        if matches!(line, "STARTTLS" | "QUIT") {
            return Ok(());
        }
    }
}

/// How a server speaks.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    /// Encrypted from the first byte.
    Tls,
    /// In clear until `STARTTLS`.
    StartTls,
    /// In clear, and it says nothing of `STARTTLS`: as it looks when somebody between
    /// takes that out.
    Stripped,
}

async fn serve(client: TcpStream, way: Way, acceptor: TlsAcceptor) -> Vec<String> {
    let mut heard = Vec::new();
    let client = match way {
        Way::Tls => client,
        Way::StartTls | Way::Stripped => {
            let mut clear = BufStream::new(client);
            clear.write_all(b"220 localhost\r\n").await.unwrap();
            clear.flush().await.unwrap();
            let extension = match way {
                Way::StartTls => "250-STARTTLS\r\n",
                // A password would be welcome.
                Way::Tls | Way::Stripped => "250-AUTH PLAIN\r\n",
            };
            converse(&mut clear, extension, &mut heard).await.ok();
            clear.into_inner()
        }
    };
    if let (Way::Tls | Way::StartTls, Ok(tls)) = (way, acceptor.accept(client).await) {
        let mut tls = BufStream::new(tls);
        if way == Way::Tls {
            tls.write_all(b"220 localhost\r\n").await.unwrap();
            tls.flush().await.unwrap();
        }
        converse(&mut tls, "250-AUTH PLAIN\r\n", &mut heard)
            .await
            .ok();
    }
    heard
}

/// One mail to a server of this way at `host`, and the commands that the server heard.
async fn tried(
    way: Way,
    host: &str,
    server: &Certificates,
    trusted: &Path,
) -> (String, Vec<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let acceptor = acceptor(server);
    let serving = tokio::spawn(async move {
        let (client, _) = listener.accept().await.unwrap();
        serve(client, way, acceptor).await
    });
    let url = match way {
        Way::Tls => format!("smtps://aero:secret@{host}:{port}"),
        Way::StartTls | Way::Stripped => format!("smtp://aero:secret@{host}:{port}?tls=required"),
    };
    let outcome = sent(url, trusted).await;
    (outcome, serving.await.unwrap())
}

fn is_mail(command: &str) -> bool {
    ["AUTH", "MAIL", "RCPT", "DATA"]
        .iter()
        .any(|word| command.starts_with(word))
}

#[tokio::test]
async fn mail_goes_to_a_server_whose_certificate_is_right_and_to_no_other() {
    let server = Certificates::make(&folder("right")).unwrap();
    let other = Certificates::make(&folder("other")).unwrap();
    for way in [Way::Tls, Way::StartTls] {
        let (outcome, heard) = tried(way, "localhost", &server, &server.authority).await;
        assert_eq!(outcome, "Ok(())", "{heard:?}");
        assert!(
            heard
                .iter()
                .any(|line| line == "MAIL FROM:<aero@example.org>"),
            "{heard:?}"
        );
        assert!(
            heard.contains(&"RCPT TO:<ada@example.org>".to_owned()),
            "{heard:?}"
        );

        // The certificate is for another name; who has signed it is not the trusted
        // authority, which has the same name.
        for (host, trusted, why) in [
            ("127.0.0.1", &server.authority, "not valid for name"),
            ("localhost", &other.authority, "BadSignature"),
        ] {
            let (outcome, heard) = tried(way, host, &server, trusted).await;
            assert!(outcome.starts_with("Err(Later("), "{outcome}");
            assert!(outcome.contains(why), "{host}: {outcome}");
            assert!(!heard.iter().any(|line| is_mail(line)), "{heard:?}");
        }
    }
}

#[tokio::test]
async fn a_server_that_takes_encryption_back_is_sent_nothing() {
    let server = Certificates::make(&folder("stripped")).unwrap();
    let (outcome, heard) = tried(Way::Stripped, "localhost", &server, &server.authority).await;
    assert!(outcome.starts_with("Err(Later("), "{outcome}");
    assert!(
        heard.iter().any(|line| line.starts_with("EHLO")),
        "{heard:?}"
    );
    assert!(!heard.iter().any(|line| is_mail(line)), "{heard:?}");
}

/// The answer of a server that knows no TLS newer than 1.1 (RFC 4346): its hello, with
/// the suite ECDHE-RSA-AES128-CBC-SHA.
fn hello_of_tls_1_1() -> Vec<u8> {
    let mut hello = vec![3, 2];
    hello.extend([7; 32]);
    hello.extend([0, 0xc0, 0x13, 0]);
    let mut handshake = vec![2, 0, 0, u8::try_from(hello.len()).unwrap()];
    handshake.extend(hello);
    let mut record = vec![22, 3, 2, 0, u8::try_from(handshake.len()).unwrap()];
    record.extend(handshake);
    record
}

#[tokio::test]
async fn a_server_that_knows_old_versions_of_tls_only_is_sent_nothing() {
    let files = Certificates::make(&folder("old")).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let serving = tokio::spawn(async move {
        let (mut client, _) = listener.accept().await.unwrap();
        let mut hello = [0; 2048];
        assert!(client.read(&mut hello).await.unwrap() > 0);
        client.write_all(&hello_of_tls_1_1()).await.unwrap();
        let mut rest = Vec::new();
        client.read_to_end(&mut rest).await.ok();
        rest
    });
    let outcome = sent(format!("smtps://localhost:{port}"), &files.authority).await;
    assert!(outcome.starts_with("Err(Later("), "{outcome}");
    // A fatal alert, protocol_version (RFC 8446, 6.2), and nothing else.
    let rest = serving.await.unwrap();
    assert_eq!((rest.len(), rest[0], &rest[5..]), (7, 21, &[2, 70][..]));
}
