//! The tool `dialogue`.
