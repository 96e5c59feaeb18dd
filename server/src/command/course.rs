//! `kaskada course`: checks, imports and exports courses written as Markdown folders.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use curriculum::Course;
use services::ServiceError;

use crate::command::serve::open_at;
use crate::configuration::Options;

/// What can be done with a course.
#[derive(Subcommand)]
pub enum CourseCommand {
    /// Read a course folder and say everything that is wrong with it
    Check(Folder),
    /// Publish a course folder as a course's newest version
    Import(Import),
    /// Write a course's newest version as a folder
    Export(Export),
}

/// A folder that holds a course.
#[derive(Args)]
pub struct Folder {
    /// Folder that holds course.en.md
    path: PathBuf,
}

/// What to import, and where.
#[derive(Args)]
pub struct Import {
    #[command(flatten)]
    folder: Folder,
    #[command(flatten)]
    options: Options,
}

/// What to export, and where to.
#[derive(Args)]
pub struct Export {
    /// Folder to write; it must be empty or not exist yet
    path: PathBuf,
    /// Name of the course, as in its address; needed where there are several
    #[arg(long)]
    course: Option<String>,
    #[command(flatten)]
    options: Options,
}

impl CourseCommand {
    /// Does it.
    ///
    /// # Errors
    /// One plain sentence.
    pub async fn run(self) -> Result<(), String> {
        match self {
            Self::Check(folder) => check(&folder.path),
            Self::Import(import) => import_from(&import).await,
            Self::Export(export) => export_to(&export).await,
        }
    }
}

fn check(path: &Path) -> Result<(), String> {
    let course = read(path)?;
    println!("{} is a course without errors.", course.slug());
    Ok(())
}

async fn import_from(import: &Import) -> Result<(), String> {
    let course = read(&import.folder.path)?;
    let services = open_at(&import.options.resolve()?, "localhost").await?;
    let published = services::course::install(&services, &course)
        .await
        .map_err(said)?;
    let (name, number) = (published.course, published.number);
    if published.new {
        println!("{name} is published as version {number}.");
    } else {
        println!("{name} is version {number} already; nothing was changed.");
    }
    Ok(())
}

async fn export_to(export: &Export) -> Result<(), String> {
    let services = open_at(&export.options.resolve()?, "localhost").await?;
    let files = services::course::sources(&services, export.course.as_deref())
        .await
        .map_err(|error| match error {
            ServiceError::Hidden => {
                "there is no such course, or several: name one with --course".to_owned()
            }
            other => said(other),
        })?;
    let taken = std::fs::read_dir(&export.path).is_ok_and(|mut entries| entries.next().is_some());
    if taken {
        return Err(format!("{} is not empty", export.path.display()));
    }
    let written = files.len();
    for (path, text) in files {
        let file = export.path.join(path);
        let kept = file.parent().map_or(Ok(()), std::fs::create_dir_all);
        kept.and_then(|()| std::fs::write(&file, text))
            .map_err(|error| format!("cannot write {}: {error}", file.display()))?;
    }
    println!("{written} files are in {}.", export.path.display());
    Ok(())
}

/// Reads a course; prints everything that is wrong with it, a line each.
fn read(folder: &Path) -> Result<Course, String> {
    let mut files = Vec::new();
    collect(folder, folder, &mut files)?;
    curriculum::read(files).map_err(|errors| {
        for error in &errors {
            println!("{error}");
        }
        format!(
            "{} has {} to correct",
            folder.display(),
            counted(errors.len())
        )
    })
}

fn counted(errors: usize) -> String {
    if errors == 1 {
        "one error".to_owned()
    } else {
        format!("{errors} errors")
    }
}

/// Every Markdown file of a folder, its path written with `/`; hidden folders are passed over.
fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) -> Result<(), String> {
    let unreadable = |error| format!("cannot read {}: {error}", folder.display());
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let hidden = path
            .file_name()
            .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if hidden {
            continue;
        }
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "md") {
            let text = std::fs::read_to_string(&path)
                .map_err(|error| format!("cannot read {}: {error}", path.display()))?;
            let inside = path.strip_prefix(root).unwrap_or(&path);
            let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
            files.push((parts.join("/"), text));
        }
    }
    Ok(())
}

fn said(error: ServiceError) -> String {
    error.to_string()
}
