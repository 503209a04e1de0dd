//! The tool `commitments`.
