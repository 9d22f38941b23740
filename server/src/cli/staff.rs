use std::{io::BufRead, sync::Arc};

use backend::{Backend, Error, Ids, RandomIds, SystemClock};
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
        /// reviewer, lead, admin or auditor
        #[arg(long, default_value = "reviewer", value_parser = role)]
        role: Role,
        /// Read the password from the first line of standard input
        #[arg(long)]
        password_stdin: bool,
    },
    /// Keep an account from signing in, and end its sessions
    Disable {
        /// The address it signs in with
        email: String,
    },
    /// End the sessions of an account, which may sign in again
    SignOut {
        /// The address it signs in with
        email: String,
    },
    /// Let a disabled account sign in again
    Enable {
        /// The address it signs in with
        email: String,
    },
}

/// A new account.
struct NewAccount {
    email: String,
    name: String,
    role: Role,
    password_stdin: bool,
}

fn role(name: &str) -> Result<Role, String> {
    Role::from_name(name).ok_or_else(|| Role::ALL.map(Role::name).join(", "))
}

/// Runs a command about accounts.
pub async fn run(config: &Config, arguments: Arguments) -> Result<(), String> {
    let backend = lifecycle::backend(config, Arc::new(SystemClock)).await?;
    match arguments.command {
        StaffCommand::Add {
            email,
            name,
            role,
            password_stdin,
        } => {
            let account = NewAccount {
                email,
                name,
                role,
                password_stdin,
            };
            add(&backend, account).await
        }
        StaffCommand::Disable { email } => {
            let done = backend.disable_staff(&email).await;
            done.map_err(|error| fault(&error, &email, "is disabled already"))?;
            println!("{email} cannot sign in any more, and is signed out everywhere.");
            Ok(())
        }
        StaffCommand::SignOut { email } => {
            let ended = backend.end_sessions(&email).await;
            let ended = ended.map_err(|error| fault(&error, &email, "has changed"))?;
            println!("{email} is signed out everywhere; sessions that stood: {ended}.");
            Ok(())
        }
        StaffCommand::Enable { email } => {
            let done = backend.enable_staff(&email).await;
            done.map_err(|error| fault(&error, &email, "is not disabled"))?;
            println!("{email} can sign in again.");
            Ok(())
        }
    }
}

fn fault(error: &Error, email: &str, conflict: &str) -> String {
    match error {
        Error::NotFound => format!("no account has the address {email}"),
        Error::Conflict => format!("the account of {email} {conflict}"),
        error => error.to_string(),
    }
}

async fn add(backend: &Backend, account: NewAccount) -> Result<(), String> {
    let NewAccount {
        email,
        name,
        role,
        password_stdin,
    } = account;
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
