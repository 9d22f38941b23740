use std::{io::BufRead, sync::Arc};

use backend::{Ids, RandomIds, SystemClock};
use clap::Subcommand;
use domain::access::Role;

use crate::{config::Config, lifecycle};

/// What to do with accounts.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    command: StaffCommand,
}

#[derive(Subcommand)]
enum StaffCommand {
    /// Make an account; without --password-stdin a password is made and shown once
    Add {
        /// The address to sign in with
        email: String,
        /// The name colleagues see
        name: String,
        /// reviewer or admin
        #[arg(long, default_value = "reviewer", value_parser = role)]
        role: Role,
        /// Read the password from the first line of standard input
        #[arg(long)]
        password_stdin: bool,
    },
}

fn role(name: &str) -> Result<Role, String> {
    Role::from_name(name).ok_or_else(|| "reviewer or admin".to_owned())
}

/// Runs a command about accounts.
pub async fn run(config: &Config, arguments: Arguments) -> Result<(), String> {
    let StaffCommand::Add {
        email,
        name,
        role,
        password_stdin,
    } = arguments.command;
    let backend = lifecycle::backend(config, Arc::new(SystemClock)).await?;
    let password = match password_stdin {
        true => first_line()?,
        // 128 bits in 32 characters.
        false => RandomIds.secret().to_text()[..32].to_owned(),
    };
    let added = backend.add_staff(&email, &name, role, &password).await;
    added.map_err(|error| error.to_string())?;
    println!("Added {name} <{email}> as {}.", role.name());
    if !password_stdin {
        println!("Password, shown only now: {password}");
    }
    Ok(())
}

fn first_line() -> Result<String, String> {
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut line)
        .map_err(|error| error.to_string())?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
