use std::sync::Arc;

use backend::SystemClock;
use clap::{Args, Subcommand};
use domain::{access::Operator, claim::ClaimReference};

use crate::{config::Config, lifecycle};

/// What to do with a claim.
#[derive(Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Erase who a claim is of: names, addresses, words, links; for ever
    Erase {
        /// The claim's reference, AE-7K4M-2QX9
        #[arg(value_parser = reference)]
        reference: ClaimReference,
    },
}

fn reference(text: &str) -> Result<ClaimReference, String> {
    text.parse().map_err(|_| "no claim reference".to_owned())
}

/// Does it, and says so.
pub async fn run(config: &Config, arguments: Arguments) -> Result<(), String> {
    let backend = lifecycle::backend(config, Arc::new(SystemClock)).await?;
    let What::Erase { reference } = arguments.what;
    match backend.erase_claim(&Operator, reference).await {
        Ok(()) => {
            println!("{reference}: personal data erased");
            Ok(())
        }
        Err(backend::Error::NotFound) => Err(format!("{reference}: there is no such claim")),
        Err(error) => Err(error.to_string()),
    }
}
