//! The folder that trunk makes `dist/` of.

use crate::stamp;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The folder with the names of its files.
pub struct Staging {
    folder: PathBuf,
}

impl Staging {
    /// The folder, which has to be there.
    pub fn open(folder: &Path) -> Result<Self> {
        if !folder.is_dir() {
            bail!("{}: expected a folder", folder.display());
        }
        Ok(Self { folder: folder.to_path_buf() })
    }

    /// The names of all files, in order.
    pub fn names(&self) -> Result<Vec<String>> {
        let entries =
            fs::read_dir(&self.folder).with_context(|| self.folder.display().to_string())?;
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry.with_context(|| self.folder.display().to_string())?;
            if entry.path().is_file() {
                names.push(entry.file_name().to_string_lossy().into_owned());
            }
        }
        names.sort();
        Ok(names)
    }

    /// The one file whose name fits.
    pub fn only(&self, what: &str, fits: impl Fn(&str) -> bool) -> Result<String> {
        let mut names = self.names()?;
        names.retain(|name| fits(name));
        match <[String; 1]>::try_from(names) {
            Ok([name]) => Ok(name),
            Err(names) => {
                let found = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
                bail!("{}: expected one {what}, found {found}", self.folder.display())
            }
        }
    }

    /// The bytes of a file.
    pub fn read(&self, name: &str) -> Result<Vec<u8>> {
        let path = self.folder.join(name);
        fs::read(&path).with_context(|| path.display().to_string())
    }

    /// The text of a file.
    pub fn read_text(&self, name: &str) -> Result<String> {
        let path = self.folder.join(name);
        fs::read_to_string(&path).with_context(|| path.display().to_string())
    }

    /// The bytes of a file, which is gone then.
    pub fn take(&self, name: &str) -> Result<Vec<u8>> {
        let bytes = self.read(name)?;
        let path = self.folder.join(name);
        fs::remove_file(&path).with_context(|| path.display().to_string())?;
        Ok(bytes)
    }

    /// Writes a file with a hash of its content in its name, and returns the name.
    pub fn write_stamped(&self, name: &str, ending: &str, bytes: &[u8]) -> Result<String> {
        let file = format!("{name}-{}.{ending}", stamp::of(&[bytes]));
        self.write(&file, bytes)?;
        Ok(file)
    }

    /// Writes a file.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let path = self.folder.join(name);
        fs::write(&path, bytes).with_context(|| path.display().to_string())
    }
}
